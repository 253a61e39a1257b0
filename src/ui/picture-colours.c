/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/picture-colours.h"

static GdkRGBA
look_up (GtkWidget *widget, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);

  return colour;
}

static GdkRGBA
with_alpha (GdkRGBA colour, double alpha)
{
  colour.alpha *= (float) alpha;

  return colour;
}

static float
blend (float above, float below, float alpha)
{
  return above * alpha + below * (1.0f - alpha);
}

GdkRGBA
lockstep_picture_get_ground (GtkWidget *widget)
{
  GdkRGBA card = look_up (widget, "card_bg_color");
  GdkRGBA window = look_up (widget, "window_bg_color");

  /* In the dark the colour of a card lets the window through, and here it has to cover lines. */
  return (GdkRGBA){ blend (card.red, window.red, card.alpha),
                    blend (card.green, window.green, card.alpha),
                    blend (card.blue, window.blue, card.alpha),
                    1.0f };
}

GdkRGBA
lockstep_picture_get_colour (GtkWidget *widget, LockstepColour role)
{
  GdkRGBA text = look_up (widget, "window_fg_color");

  switch (role)
    {
    case LOCKSTEP_COLOUR_SECONDARY:
    case LOCKSTEP_COLOUR_SERVER:
      return with_alpha (text, 0.78);
    case LOCKSTEP_COLOUR_CLIENT:
      return look_up (widget, "accent_color");
    case LOCKSTEP_COLOUR_GOOD:
      return look_up (widget, "success_color");
    case LOCKSTEP_COLOUR_LOOK:
      return look_up (widget, "warning_color");
    case LOCKSTEP_COLOUR_BAD:
      return look_up (widget, "error_color");
    case LOCKSTEP_COLOUR_NOT_REACHED:
      return with_alpha (text, 0.6);
    case LOCKSTEP_COLOUR_CARD:
      return lockstep_picture_get_ground (widget);
    case LOCKSTEP_COLOUR_BORDER:
      return with_alpha (text, 0.15);
    case LOCKSTEP_COLOUR_GROUND:
      return with_alpha (text, 0.05);
    case LOCKSTEP_COLOUR_CHIP:
      return with_alpha (text, 0.1);
    case LOCKSTEP_COLOUR_GREY:
      return with_alpha (text, 0.2);
    case LOCKSTEP_COLOUR_TEXT:
    case LOCKSTEP_COLOUR_NONE:
    case LOCKSTEP_N_COLOURS:
    default:
      return text;
    }
}
