/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/cases.h"
#include "picture/inspection.h"
#include "x509/certificate.h"

#define DAY 86400
/* At most 64 characters, or it would be no common name. */
#define HOSTILE "<script>&\"'\xe2\x80\xae moc.elpmaxe \x07 and so on"

typedef struct
{
  LockstepObservation *observation;
  GPtrArray *identities;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->observation =
      lockstep_observation_new ("ibmi.example.com", 9476, "signon", LOCKSTEP_ROLE_TARGET);
  fixture->identities = g_ptr_array_new_with_free_func ((GDestroyNotify) identity_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lockstep_observation_unref (fixture->observation);
  g_ptr_array_unref (fixture->identities);
}

static void
add (Fixture *fixture,
     const char *common_name,
     gboolean self_signed,
     gint64 from,
     gint64 to,
     LockstepSource source,
     gboolean in_path)
{
  guint n = fixture->identities->len;
  IdentitySpec spec = { .common_name = common_name, .from = from, .to = to };
  Identity *identity;

  /* The issuer's name is all that the picture reads of it. */
  spec.issuer = self_signed || n == 0 ? NULL : g_ptr_array_index (fixture->identities, 0);
  identity = identity_new (&spec);
  g_ptr_array_add (fixture->identities, identity);
  g_ptr_array_add (fixture->observation->chain, lockstep_link_new (identity->der, source, in_path));
}

static void
add_leaf (Fixture *fixture)
{
  add (fixture, "ibmi.example.com", TRUE, -DAY, 200 * DAY, LOCKSTEP_SOURCE_SENT, TRUE);
}

static LockstepPicture *
draw (Fixture *fixture, double width, gboolean rtl)
{
  g_autoptr (LockstepScene) scene = lockstep_scene_new (g_get_real_time () / G_USEC_PER_SEC);
  g_autoptr (LockstepDiagnosis) diagnosis = NULL;

  lockstep_fact_set_time (scene->facts, LOCKSTEP_FACT_RUN_AT, g_get_real_time () / G_USEC_PER_SEC);
  lockstep_scene_put (scene, fixture->observation);
  diagnosis = case_judge (scene);

  return lockstep_chain_layout (diagnosis, 0, width, rtl, lockstep_measure_get_table ());
}

static void
inspect (Fixture *fixture, const char *name)
{
  static const double widths[] = { 680.0, 348.0, 280.0 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (LockstepPicture) picture = draw (fixture, widths[i], FALSE);
      g_autoptr (LockstepPicture) mirrored = draw (fixture, widths[i], TRUE);
      g_autofree char *svg = lockstep_picture_to_svg (picture, TRUE);
      g_autofree char *file = g_strdup_printf ("chain-%s-%.0f", name, widths[i]);

      inspect_bounds (picture);
      inspect_mirror (picture, mirrored);
      inspect_svg (svg);
      case_write (file, picture);
    }
}

static void
test_whole (Fixture *fixture, gconstpointer data)
{
  LockstepFactSet *facts = fixture->observation->facts;
  g_autoptr (LockstepPicture) picture = NULL;
  g_autoptr (LockstepPicture) narrow = NULL;

  add_leaf (fixture);
  add (fixture, "EXAMPLE Issuing CA 2", FALSE, -DAY, 900 * DAY, LOCKSTEP_SOURCE_SENT, TRUE);
  add (fixture, "EXAMPLE Root CA", TRUE, -DAY, 3000 * DAY, LOCKSTEP_SOURCE_SYSTEM, TRUE);
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_TRUST, "trusted");
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_ANCHOR_SOURCE, "system");
  inspect (fixture, "whole");

  picture = draw (fixture, 680.0, FALSE);
  narrow = draw (fixture, 348.0, FALSE);
  /* 3 cards of 72, 3 links and the strip of 44, the edges. */
  g_assert_cmpfloat (picture->height, ==, 3 * 72.0 + 4 * 44.0 + 4.0);
  g_assert_cmpfloat (narrow->height, ==, 3 * 84.0 + 4 * 44.0 + 4.0);
  g_assert_cmpuint (count_glyphs (picture, "state-fine"), ==, 3);
  g_assert_cmpuint (count_glyphs (picture, "link"), ==, 3);
  g_assert_cmpuint (count_glyphs (picture, "anchor"), ==, 1);
  find_text (picture, "in the list of this computer");
  g_assert_nonnull (strstr (picture->description, "Chain of 3 certificates."));
  g_assert_nonnull (strstr (picture->description, "The chain is whole."));
}

static void
test_expired_and_own (Fixture *fixture, gconstpointer data)
{
  LockstepFactSet *facts = fixture->observation->facts;
  g_autoptr (LockstepPicture) picture = NULL;

  add (fixture, "ibmi.example.com", TRUE, -400 * DAY, -12 * DAY, LOCKSTEP_SOURCE_SENT, TRUE);
  add (fixture, "EXAMPLE IBM i Local CA", TRUE, -DAY, 3000 * DAY, LOCKSTEP_SOURCE_FILE, TRUE);
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_TRUST, "trusted");
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_ANCHOR_SOURCE, "file");
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CHAIN_ANCHOR_FILE, "EXAMPLE-Local-CA.crt");
  inspect (fixture, "own");

  picture = draw (fixture, 680.0, FALSE);
  find_text (picture, "Expired");
  find_text (picture, "EXAMPLE-Local-CA.crt");
  g_assert_nonnull (strstr (picture->description, "sent by the server, expired on"));
  g_assert_nonnull (strstr (picture->description, "in the file EXAMPLE-Local-CA.crt"));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  LockstepFactSet *facts = fixture->observation->facts;
  g_autoptr (LockstepPicture) picture = NULL;

  add_leaf (fixture);
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_TRUST, "issuer-missing");
  lockstep_fact_set_string (facts,
                            LOCKSTEP_FACT_CHAIN_MISSING_ISSUER,
                            "CN=EXAMPLE Issuing\\, CA 2,O=EXAMPLE");
  inspect (fixture, "missing");

  picture = draw (fixture, 680.0, FALSE);
  g_assert_cmpfloat (picture->height, ==, 280.0);
  find_text (picture, "EXAMPLE Issuing, CA 2");
  find_text (picture, "Missing");
  find_text (picture, "The chain ends here");
  g_assert_cmpuint (count_glyphs (picture, "link"), ==, 1);
  g_assert_cmpuint (count_lines (picture, LOCKSTEP_LINE_BROKEN, LOCKSTEP_COLOUR_BAD), ==, 3);
}

static void
test_unknown_root (Fixture *fixture, gconstpointer data)
{
  LockstepFactSet *facts = fixture->observation->facts;
  g_autoptr (LockstepPicture) picture = NULL;

  add_leaf (fixture);
  add (fixture, "OTHER Local CA", TRUE, -DAY, 900 * DAY, LOCKSTEP_SOURCE_SENT, TRUE);
  add (fixture, "EXAMPLE Old CA", FALSE, -DAY, 900 * DAY, LOCKSTEP_SOURCE_SENT, FALSE);
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_TRUST, "unknown-issuer");
  inspect (fixture, "unknown-root");

  picture = draw (fixture, 680.0, FALSE);
  find_text (picture, "Unknown here");
  find_text (picture, "Not part of the chain");
  find_text (picture, "in no list of this computer");
  g_assert_cmpfloat (picture->height, ==, 280.0 + 24.0 + 72.0);
}

static void
test_unknown_issuer (Fixture *fixture, gconstpointer data)
{
  LockstepFactSet *facts = fixture->observation->facts;
  g_autoptr (LockstepPicture) picture = NULL;

  add_leaf (fixture);
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_TRUST, "unknown-issuer");
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CHAIN_MISSING_ISSUER, "CN=EXAMPLE Local CA");
  inspect (fixture, "unknown-issuer");

  picture = draw (fixture, 680.0, FALSE);
  find_text (picture, "EXAMPLE Local CA");
  find_text (picture, "Unknown here");
  g_assert_cmpuint (count_glyphs (picture, "state-fine"), ==, 1);
}

static void
test_bad_signature (Fixture *fixture, gconstpointer data)
{
  LockstepFactSet *facts = fixture->observation->facts;
  g_autoptr (LockstepPicture) picture = NULL;

  add_leaf (fixture);
  add (fixture, "EXAMPLE Issuing CA 2", FALSE, -DAY, 900 * DAY, LOCKSTEP_SOURCE_SENT, TRUE);
  add (fixture, "EXAMPLE Root CA", TRUE, -DAY, 900 * DAY, LOCKSTEP_SOURCE_SYSTEM, TRUE);
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_TRUST, "bad-signature");
  lockstep_fact_set_integer (facts, LOCKSTEP_FACT_CHAIN_VERIFY_DEPTH, 0);
  inspect (fixture, "bad-signature");

  picture = draw (fixture, 680.0, FALSE);
  find_text (picture, "said to be signed by");
  find_text (picture, "Another key");
  g_assert_cmpuint (count_glyphs (picture, "link"), ==, 1);
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  LockstepFactSet *facts = fixture->observation->facts;
  g_autoptr (LockstepPicture) picture = NULL;

  add_leaf (fixture);
  for (guint i = 1; i < 25; i++)
    {
      g_autofree char *name = g_strdup_printf ("EXAMPLE CA %u", i);

      add (fixture, name, i == 24, -DAY, 900 * DAY, LOCKSTEP_SOURCE_SENT, TRUE);
    }
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_TRUST, "other");
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CHAIN_VERIFY_TEXT, "certificate chain too long");
  inspect (fixture, "long");

  picture = draw (fixture, 680.0, FALSE);
  find_text (picture, "and 21 more");
  find_text (picture, "EXAMPLE CA 1");
  find_text (picture, "EXAMPLE CA 23");
  g_assert_false (has_text (picture, "EXAMPLE CA 12"));
  g_assert_nonnull (strstr (picture->description, "Chain of 25 certificates."));
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const guint8 garbage[] = { 0x30, 0x82, 0xff, 0xff, 0x00 };
  LockstepFactSet *facts = fixture->observation->facts;
  g_autoptr (GBytes) der = g_bytes_new_static (garbage, sizeof garbage);
  g_autoptr (LockstepPicture) picture = NULL;
  g_autofree char *svg = NULL;

  add (fixture, HOSTILE, TRUE, -DAY, 200 * DAY, LOCKSTEP_SOURCE_SENT, TRUE);
  g_ptr_array_add (fixture->observation->chain,
                   lockstep_link_new (der, LOCKSTEP_SOURCE_SENT, TRUE));
  lockstep_fact_set_word (facts, LOCKSTEP_FACT_CHAIN_TRUST, "issuer-missing");
  lockstep_fact_set_string (facts, LOCKSTEP_FACT_CHAIN_MISSING_ISSUER, "CN=\x01" HOSTILE);
  inspect (fixture, "hostile");

  picture = draw (fixture, 348.0, FALSE);
  svg = lockstep_picture_to_svg (picture, FALSE);
  find_text (picture, "Not readable");
  g_assert_true (has_text (picture, "<script>"));
  g_assert_cmpuint (count_glyphs (picture, "link"), ==, 1);
  g_assert_null (strstr (svg, "<script>"));
  g_assert_null (strstr (svg, "\xe2\x80\xae"));
  g_assert_null (strstr (svg, "&#x"));
  g_assert_null (strstr (picture->description, "\xe2\x80\xae"));
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LockstepPicture) picture = draw (fixture, 680.0, FALSE);

  inspect (fixture, "nothing");
  find_text (picture, "No certificate was seen.");
  g_assert_cmpfloat (picture->height, ==, 48.0);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/picture/chain/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole", test_whole);
  ADD ("expired-and-own", test_expired_and_own);
  ADD ("missing", test_missing);
  ADD ("unknown-root", test_unknown_root);
  ADD ("unknown-issuer", test_unknown_issuer);
  ADD ("bad-signature", test_bad_signature);
  ADD ("long", test_long);
  ADD ("hostile", test_hostile);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
