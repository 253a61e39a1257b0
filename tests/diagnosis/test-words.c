/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "diagnosis/sample.h"

/* The order in which things were seen or asked for does not change what is said. */
static void
test_order (void)
{
  const char *const one[] = { "T telnet 992" DROPPED, "T signon 9476" EXPIRED, NULL };
  const char *const other[] = { "T signon 9476" EXPIRED, "T telnet 992" DROPPED, NULL };
  g_autoptr (LockstepDiagnosis) a = sample_diagnose (one);
  g_autoptr (LockstepDiagnosis) b = sample_diagnose (other);
  g_autofree char *a_causes = sample_list_causes (a->causes);
  g_autofree char *b_causes = sample_list_causes (b->causes);

  g_assert_cmpstr (a_causes, ==, b_causes);
  g_assert_cmpint (a->verdict, ==, b->verdict);
}

/* A consequence stays with its target, behind its cause, and says what explains it. */
static void
test_folding (void)
{
  const char *const lines[] = { "T telnet 992" DROPPED, "E signon 9476" EXPIRED, NULL };
  g_autoptr (LockstepDiagnosis) diagnosis = sample_diagnose (lines);
  const LockstepTargetDiagnosis *telnet = g_ptr_array_index (diagnosis->observations, 0);
  g_autofree char *causes = sample_list_causes (telnet->causes);
  const LockstepCause *reset = g_ptr_array_index (telnet->causes, 1);

  g_assert_cmpstr (causes, ==, "service.certificate-unusable:likely handshake.reset:certain");
  g_assert_cmpstr (reset->explained_by, ==, "service.certificate-unusable");
  g_assert_false (lockstep_diagnosis_is_certain (diagnosis));
}

static void
test_because (void)
{
  const char *const lines[] = { "T telnet 992" DROPPED, "E signon 9476" EXPIRED, NULL };
  g_autoptr (LockstepDiagnosis) diagnosis = sample_diagnose (lines);
  const LockstepCause *cause = g_ptr_array_index (diagnosis->causes, 0);

  g_assert_nonnull (strstr (cause->because[0], "Sign-on"));
  g_assert_nonnull (strstr (cause->because[0], "9 November 2026"));
}

static void
test_words (void)
{
  const char *const lines[] = {
    "T signon 9476" EXPIRED "clock.offset=-150 handshake.error=a\033[31mb",
    "T - 8443" FINE,
    NULL,
  };
  static const struct
  {
    const char *pattern;
    guint index;
    gint sibling;
    const char *filled;
  } cases[] = {
    { "It expired {certificate.days-left} ago.", 0, -1, "It expired 12 days ago." },
    { "{target.service} is behind", 1, -1, "Port 8443 is behind" },
    { "On {target.service}: {target.port}", 1, -1, "On port 8443: 8443" },
    { "{target.host}, {target.address}", 0, -1, SCENE_HOST ", 192.0.2.7" },
    { "{handshake.version}", 0, -1, "TLS 1.2" },
    { "{clock.offset} apart", 0, -1, "2 minutes apart" },
    { "{sibling.service} {sibling.port}", 1, 0, "Sign-on 9476" },
    { "{sibling.service}", 1, -1, "…" },
    { "{dcm.label}", 0, -1, "…" },
    { "{handshake.error}", 0, -1, "a\357\277\275[31mb" },
    { "{sibling.certificate.not-after}", 1, 0, "9 November 2026" },
  };
  g_autoptr (LockstepDiagnosis) diagnosis = sample_diagnose (lines);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *filled =
          lockstep_diagnosis_fill (diagnosis, cases[i].pattern, cases[i].index, cases[i].sibling);

      g_assert_cmpstr (filled, ==, cases[i].filled);
    }
}

static void
test_worst (void)
{
  const char *const lines[] = {
    "T central 9470" FINE, "T signon 9476" EXPIRED, "T telnet 992" FINE, "E ddm 448" DROPPED, NULL,
  };
  g_autoptr (LockstepDiagnosis) diagnosis = sample_diagnose (lines);

  g_assert_cmpuint (lockstep_diagnosis_get_worst (diagnosis), ==, 1);
  g_assert_true (lockstep_diagnosis_is_certain (diagnosis));
  g_assert_nonnull (
      lockstep_target_get_check (g_ptr_array_index (diagnosis->observations, 0), "validity"));
  g_assert_null (
      lockstep_target_get_check (g_ptr_array_index (diagnosis->observations, 0), "no-such-check"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diagnosis/order", test_order);
  g_test_add_func ("/diagnosis/folding", test_folding);
  g_test_add_func ("/diagnosis/because", test_because);
  g_test_add_func ("/diagnosis/words", test_words);
  g_test_add_func ("/diagnosis/worst", test_worst);

  return g_test_run ();
}
