/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/init.h"
#include "ui/picture-view.h"

#define SKIPPED 77

static LockstepDiagnosis *
make_diagnosis (void)
{
  g_autoptr (LockstepScene) scene = lockstep_scene_new (1795262400);
  g_autoptr (LockstepObservation) observation =
      lockstep_observation_new ("ibmi.example.com", 9476, "signon", LOCKSTEP_ROLE_TARGET);
  g_autoptr (LockstepCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;

  lockstep_fact_set_time (scene->facts, LOCKSTEP_FACT_RUN_AT, 1795262400);
  lockstep_fact_set_word (observation->facts, LOCKSTEP_FACT_HANDSHAKE_OUTCOME, "reset");
  g_ptr_array_add (observation->steps,
                   lockstep_step_new (LOCKSTEP_STEP_MESSAGE, FALSE, "ClientHello", NULL, 0, 200));
  g_ptr_array_add (observation->steps,
                   lockstep_step_new (LOCKSTEP_STEP_RESET, TRUE, "Reset", NULL, 13000, 0));
  lockstep_scene_put (scene, observation);
  catalog = lockstep_catalog_new_default (&error);
  g_assert_no_error (error);

  return lockstep_diagnose (catalog, scene);
}

static LockstepPictureView *
make_view (void)
{
  g_autoptr (LockstepDiagnosis) diagnosis = make_diagnosis ();
  LockstepPictureView *view = g_object_ref_sink (g_object_new (LOCKSTEP_TYPE_PICTURE_VIEW, NULL));

  lockstep_picture_view_set (view, lockstep_ladder_layout, diagnosis, 0);

  return view;
}

static int
measure_height (LockstepPictureView *view, int width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (view),
                      GTK_ORIENTATION_VERTICAL,
                      width,
                      &height,
                      NULL,
                      NULL,
                      NULL);

  return height;
}

static void
test_size (void)
{
  LockstepPictureView *view = make_view ();
  int minimum, natural;

  g_assert_cmpint (gtk_widget_get_request_mode (GTK_WIDGET (view)),
                   ==,
                   GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  gtk_widget_measure (GTK_WIDGET (view),
                      GTK_ORIENTATION_HORIZONTAL,
                      -1,
                      &minimum,
                      &natural,
                      NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, 280);
  g_assert_cmpint (natural, ==, 644);
  /* The narrow form has its words above the arrows. */
  g_assert_cmpint (measure_height (view, 300), >, measure_height (view, 1200));
  g_assert_cmpint (measure_height (view, 1200), >, 0);

  g_assert_finalize_object (view);
}

static void
test_nothing (void)
{
  LockstepPictureView *view = make_view ();
  g_autoptr (LockstepDiagnosis) diagnosis = make_diagnosis ();

  lockstep_picture_view_set (view, lockstep_ladder_layout, diagnosis, 1);
  g_assert_cmpint (measure_height (view, 644), ==, 0);
  g_assert_cmpstr (lockstep_picture_view_get_description (view), ==, "");
  lockstep_picture_view_set (view, NULL, NULL, 0);
  g_assert_cmpint (measure_height (view, 644), ==, 0);
  lockstep_picture_view_set (view, lockstep_time_bar_layout, diagnosis, 0);
  g_assert_cmpint (measure_height (view, 644), >, 0);

  g_assert_finalize_object (view);
}

static void
test_text (void)
{
  LockstepPictureView *view = make_view ();
  GdkContentProvider *content;
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_str_has_suffix (lockstep_picture_view_get_description (view), "ServerHello never came."));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (view)),
                   ==,
                   GTK_ACCESSIBLE_ROLE_IMG);

  gtk_widget_activate_action (GTK_WIDGET (view), "picture.copy-text", NULL);
  content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (view)));
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (content, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, lockstep_picture_view_get_description (view));

  g_assert_finalize_object (view);
}

/* It paints in both directions, and a change of direction lays it out again. */
static void
test_paint (void)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };
  LockstepPictureView *view = make_view ();
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      gtk_widget_set_direction (GTK_WIDGET (view), directions[i]);
      gtk_widget_allocate (GTK_WIDGET (view), 644, measure_height (view, 644), -1, NULL);
      GTK_WIDGET_GET_CLASS (view)->snapshot (GTK_WIDGET (view), snapshot);
      node = gtk_snapshot_to_node (snapshot);
      g_assert_nonnull (node);
      g_assert_cmpint (gsk_render_node_get_node_type (node), ==, GSK_CONTAINER_NODE);
      g_assert_cmpuint (gsk_container_node_get_n_children (node), >, 8);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return SKIPPED;

  adw_init ();
  lockstep_ui_init_display (gdk_display_get_default ());
  g_test_add_func ("/ui/picture-view/size", test_size);
  g_test_add_func ("/ui/picture-view/nothing", test_nothing);
  g_test_add_func ("/ui/picture-view/text", test_text);
  g_test_add_func ("/ui/picture-view/paint", test_paint);

  return g_test_run ();
}
