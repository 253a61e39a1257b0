/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/picture.h"

#define FIRST 32
#define LAST 126

/* Widths of the printable characters of ASCII in thousandths of the size of the font, as in DejaVu
 * Sans. It is wider than the fonts that a report asks for, which take up to 92 % of it. */
/* clang-format off: a table is read by its columns */
static const guint16 regular[LAST - FIRST + 1] = {
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
  636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
  575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
  611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
  278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838,
};
static const guint16 bold[LAST - FIRST + 1] = {
  348, 456,  521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415,  380, 365, 696, 696,  696,
  696, 696,  696, 696, 696, 696,  696, 400, 400, 838, 838, 838, 580, 1000, 774, 762, 734, 830,  683,
  683, 821,  837, 372, 372, 775,  637, 995, 837, 850, 733, 850, 770, 720,  682, 812, 774, 1103, 771,
  724, 725,  457, 365, 457, 838,  500, 500, 675, 716, 593, 716, 678, 435,  716, 712, 343, 343,  665,
  343, 1042, 712, 687, 716, 716,  493, 595, 478, 712, 652, 924, 645, 652,  582, 712, 365, 712,  838,
};
/* clang-format on */

#define NARROWER 0.92
#define MONOSPACE_WIDTH 655
#define WIDE_WIDTH 1100
#define OTHER_WIDTH 720

static guint
character_width (gunichar c, LockstepFont font)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  if (g_unichar_iswide (c) || c >= 0x10000)
    return WIDE_WIDTH;

  if (font == LOCKSTEP_FONT_MONOSPACE)
    return MONOSPACE_WIDTH;

  if (c >= FIRST && c <= LAST)
    return (lockstep_font_is_bold (font) ? bold : regular)[c - FIRST];

  /* An ellipsis and the middle dot are what the pictures write themselves. */
  if (c == 0x2026)
    return 1000;
  if (c == 0xb7 || c == 0x2019)
    return 380;

  return OTHER_WIDTH;
}

static double
text_width (const char *text, LockstepFont font, gpointer user_data)
{
  guint64 width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += character_width (g_utf8_get_char (p), font);

  return (double) width / 1000.0 * NARROWER * lockstep_font_get_size (font);
}

const LockstepMeasure *
lockstep_measure_get_table (void)
{
  static const LockstepMeasure measure = { text_width, NULL, 1.0 };

  return &measure;
}
