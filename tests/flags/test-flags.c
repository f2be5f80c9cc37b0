/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Clinical 5.2 rule by rule: what just matches, what just does not, and what is unknown. */
#include "flag-scene.h"

#define E "=emergency"
#define R "=right-away"
#define D "=days"
#define V "=routine"
#define I "=information"

static const struct {
  const char *name, *scene, *says;
} cases[] = {
  /* Raised 84 days ago counts, 85 days ago does not; nights from four weeks after it on are not of it. */
  {"D4/raised-84-days-ago",
   "medicine laba start=-500 raised=-84 linked; quiet -112..-85; cramp -110; cramp -100; quiet "
   "-84..-57; cramp -80..-68/4",
   "F-D4" V},
  {"D4/raised-85-days-ago",
   "medicine laba start=-500 raised=-85 linked; quiet -113..-86; cramp -111; cramp -101; quiet "
   "-85..-58; cramp -81..-69/4",
   ""},
  {"D4/cramps-after-four-weeks",
   "medicine laba start=-500 raised=-84 linked; quiet -112..-85; cramp -110; cramp -100; quiet "
   "-84..-55; cramp -80..-72/4; cramp -56",
   ""},
  /* Clinical 11.3, as its opening decisions and the contract change it. */
  {"vector/long-not-eased", "cramp -1 sev=9 min=12 eased=no", "F-R1" R},
  {"vector/severe-short", "cramp -1 sev=9 min=3 eased=yes", ""},
  {"vector/long-eased", "cramp -1 sev=5 min=15 eased=yes", "F-I2" I},
  {"vector/long-eased-unknown", "cramp -1 sev=5 min=15", "?F-R1"},
  {"vector/swollen-warm", "sign 0 one-leg-swollen=yes; sign 0 warm=yes", "F-R3" R},
  {"vector/swollen-breathless", "sign 0 one-leg-swollen=yes; sign 0 breathless-sudden=yes",
   "F-E1" E " F-E1b" E},
  {"vector/pesticide", "sign -6 toxin=yes; cramp -1 sev=2", "F-R2" R},
  {"vector/statin-weak", "medicine statins start=-20; sign -1..0 weakness=yes", "F-R4" R " F-D1" D},
  {"vector/statin-cola",
   "medicine statins start=-200; sign 0 dark-urine=yes; sign 0 muscle-pain=yes", "F-E7" R},
  {"vector/woken-tired",
   "cramp -6..-2/2 woke=yes; tired -6 6; tired -4 5; tired -2 7; quiet -7..-1/2", "F-V1" V},
  {"vector/woken-not-tired", "cramp -6..-2/2 woke=yes; tired -6..-2/2 2", ""},
  {"vector/weak-and-thin", "sign -9 weakness=yes; sign -3 weakness=yes; sign -3 wasting=yes",
   "F-D1" D},
  {"vector/twitching-only", "sign -13..0 twitching=yes", ""},
  {"vector/empty", "", ""},

  {"E1/swollen-long-ago", "sign -13 one-leg-swollen=yes; sign 0 cough-blood=yes", "F-E1" E},
  {"E1/swollen-too-long-ago", "sign -14 one-leg-swollen=yes; sign 0 cough-blood=yes", ""},
  {"E1/after-R3",
   "medicine combined-pill start=-90; sign -5 one-calf-pain-day=yes; sign 0 "
   "collapse=yes",
   "F-E1" E},
  {"E1/swollen-unknown", "sign 0 cough-blood=yes", ""},
  {"E1/said-no", "sign 0 one-leg-swollen=no; sign 0 cough-blood=yes", ""},
  {"E1/taken-back-today",
   "sign -1 one-leg-swollen=yes; sign -1 cough-blood=yes; sign 0 "
   "cough-blood=no",
   ""},
  {"E1b/chest", "sign 0 chest-pain=yes", "F-E1b" E},
  {"E1b/no", "sign 0 chest-pain=no", ""},
  {"E1b/fainted-alone", "sign 0 fainted=yes", ""},
  {"E1b/fainted-with-pain", "sign 0 fainted-with-pain=yes", "F-E1b" E},
  {"E2/two", "sign 0 sudden-severe-leg-pain=yes; sign 0 cold=yes; sign 0 numb=yes", "F-E2" E},
  {"E2/one", "sign 0 sudden-severe-leg-pain=yes; sign 0 cold=yes", ""},
  {"E2/one-and-three-no",
   "sign 0 sudden-severe-leg-pain=yes; sign 0 cold=yes; sign 0 numb=no; sign 0 pale-or-blue=no; "
   "sign 0 cannot-move=no",
   ""},
  {"E2/pain-unknown", "sign 0 cold=yes; sign 0 numb=yes", ""},
  {"E3/back", "sign 0 back-pain=yes; sign 0 saddle-numbness=yes", "F-E3" E},
  {"E3/stenosis", "condition spinal-stenosis; sign 0 bladder-bowel-loss=yes", "F-E3" E},
  {"E3/no-back", "condition high-blood-pressure; sign 0 bladder-bowel-loss=yes", ""},
  {"E3/back-alone", "sign 0 back-pain=yes", ""},
  {"E4/toxin-jaw", "sign -3 toxin=yes; sign 0 jaw-spasm=yes", "F-E4" E},
  {"E4/wound-seizure", "sign 0 dirty-wound=yes; sign 0 seizure=yes", "F-E4" E " F-R2" R},
  {"E4/jaw-alone", "sign 0 jaw-spasm=yes", ""},
  {"E4/toxin-alone", "sign 0 toxin=yes", ""},
  {"E5/cramp", "cramp -1 sev=3; sign 0 palpitations-irregular=yes", "F-E5" E},
  {"E5/diuretic", "medicine thiazides,diuretics start=-400; sign 0 fainted=yes", "F-E5" E},
  {"E5/diuretic-ended", "medicine thiazides,diuretics start=-400 stop=0; sign 0 fainted=yes", ""},
  {"E5/other-medicine", "medicine statins start=-400; sign 0 fainted=yes", ""},
  {"E5/start-unknown", "medicine diuretics; sign 0 fainted=yes", "F-E5" E},
  {"E5/diarrhoea", "factor -1 vomiting-diarrhoea 1; sign 0 fainted=yes", "F-E5" E},
  {"E5/no-diarrhoea", "factor -1 vomiting-diarrhoea 0; sign 0 fainted=yes", ""},
  {"E5/low-potassium", "condition low-potassium; sign 0 fainted=yes", "F-E5" E},
  {"E5/heart-unknown", "cramp -1 sev=3; condition low-potassium", ""},
  {"E6/severe", "sign 0 low-sugar-severe=yes", "F-E6" E},
  {"E6/with-confusion", "factor -1 low-sugar 1; sign 0 confusion=yes", "F-E6" E},
  {"E6/confusion-alone", "sign 0 confusion=yes", ""},
  {"E6/low-sugar-alone", "factor -1 low-sugar 1", ""},
  {"E7/scant", "sign 0 dark-urine=yes; sign 0 muscle-pain=yes; sign 0 urine-scant=yes", "F-E7" E},
  {"E7/severe-cramp", "sign 0 dark-urine=yes; cramp -1 sev=8", "F-E7" R},
  {"E7/less-severe-cramp", "sign 0 dark-urine=yes; cramp -1 sev=7", ""},
  {"E7/severity-unknown", "sign 0 dark-urine=yes; cramp -1", ""},
  {"E7/urine-alone", "sign 0 dark-urine=yes", ""},
  {"E8/headache", "pregnant yes; sign 0 swelling=yes; sign 0 headache-severe=yes", "F-E8" E},
  {"E8/no-swelling", "pregnant yes; sign 0 swelling=no; sign 0 headache-severe=yes", ""},
  {"E8/not-pregnant", "pregnant no; sign 0 swelling=yes; sign 0 headache-severe=yes", ""},
  {"E8/pregnancy-unknown", "sign 0 swelling=yes; sign 0 headache-severe=yes", ""},
  {"E9/speaking", "sign 0 speaking-trouble=yes", "F-E9" E},
  {"E9/no", "sign 0 speaking-trouble=no", ""},
  {"E9/unknown", "sign 0 nausea=yes", ""},

  {"R1/ten-minutes", "cramp -1 sev=5 min=10 eased=no", ""},
  {"R1/a-second-more", "cramp -1 sev=5 min=10.02 eased=no", "F-R1" R},
  {"R1/going-on-ten", "cramp -1 ongoing=yes min=10", "F-R1" R},
  {"R1/going-on-nine", "cramp -1 ongoing=yes min=9", ""},
  {"R1/going-on-unknown-long", "cramp -1 ongoing=yes", ""},
  {"R1/going-on-eased-unknown", "cramp -1 sev=5 min=15 ongoing=yes", "F-R1" R},
  {"R1/length-unknown", "cramp -1 sev=9 eased=no", ""},
  {"R1/severe-long-eased", "cramp -1 sev=8 min=11 eased=yes", "F-R1" D},
  {"R1/severe-long-eased-unknown", "cramp -1 sev=8 min=11", "F-R1" D " ?F-R1"},
  {"R1/severe-long-one-going-on", "cramp -1 sev=8 min=11 eased=yes; cramp -1 sev=2 ongoing=yes",
   "F-R1" R},
  {"R1/three-severe", "cramp -1 sev=8 min=10; cramp -1 sev=9 min=10; cramp -1 sev=8 min=10",
   "F-R1" D},
  {"R1/three-severe-short", "cramp -1 sev=8 min=10; cramp -1 sev=9 min=10; cramp -1 sev=8 min=9",
   ""},
  {"R1/two-severe", "cramp -1 sev=8 min=10; cramp -1 sev=9 min=10; cramp -1 sev=7 min=10", ""},
  {"R1/three-severe-two-nights",
   "cramp -2 sev=8 min=10; cramp -1 sev=9 min=10; cramp -1 sev=8 min=10", ""},
  {"R1/three-severe-length-unknown", "cramp -1 sev=8 min=10; cramp -1 sev=9 min=10; cramp -1 sev=8",
   ""},
  {"R1/three-one-severity-unknown", "cramp -1 sev=8 min=10; cramp -1 sev=9 min=10; cramp -1 min=10",
   ""},
  {"R1/imported", "cramp -1 sev=9 min=12 eased=no source=import.1", ""},
  {"R1/two-nights-ago", "cramp -2 sev=9 min=12 eased=no", "F-R1" R},
  {"R1/three-nights-ago", "cramp -3 sev=9 min=12 eased=no", ""},
  {"R1/two-nights-ago-in-the-afternoon", "now 13:00; cramp -2 sev=9 min=12 eased=no", ""},
  {"R1/old-asks-nothing", "cramp -3 sev=5 min=15", ""},
  {"R2/same-day", "sign -1 toxin=yes; cramp -1", "F-R2" R},
  {"R2/next-morning", "sign 0 toxin=yes; cramp -1", "F-R2" R},
  {"R2/after-the-cramp", "sign 0 toxin=yes; cramp -2", ""},
  {"R2/fourteen-days", "sign -15 toxin=yes; cramp -1", "F-R2" R},
  {"R2/fifteen-days", "sign -16 toxin=yes; cramp -1", ""},
  {"R2/no-cramp", "sign -1 toxin=yes; quiet -1", ""},
  {"R2/said-no", "sign -1 toxin=no; cramp -1", ""},
  {"R2/imported-cramp", "sign -1 toxin=yes; cramp -1 source=import", ""},
  {"R2/wound", "sign 0 dirty-wound=yes", "F-R2" R},
  {"R2/wound-long-ago", "sign -10 dirty-wound=yes", ""},
  {"R2/cramp-after-wound", "sign -15 dirty-wound=yes; cramp -1", "F-R2" R},
  {"R2/cramp-long-after-wound", "sign -16 dirty-wound=yes; cramp -1", ""},
  {"R3/swollen-alone", "sign 0 one-leg-swollen=yes", ""},
  {"R3/swollen-rest-no", "sign 0 one-leg-swollen=yes; sign 0 warm=no; sign 0 tender=no", ""},
  {"R3/warm-alone", "sign 0 warm=yes", ""},
  {"R3/calf-and-pill", "medicine combined-pill start=-300; sign 0 one-calf-pain-day=yes", "F-R3" R},
  {"R3/calf-alone", "sign 0 one-calf-pain-day=yes", ""},
  {"R3/sore-and-travel", "cramp -1 site=calf side=left sore=25; factor -20 immobility 1", "F-R3" R},
  {"R3/sore-a-day", "cramp -1 site=calf side=left sore=24; factor -20 immobility 1", ""},
  {"R3/sore-both", "cramp -1 site=calf side=both sore=30; factor -20 immobility 1", ""},
  {"R3/sore-side-unknown", "cramp -1 site=calf sore=30; factor -20 immobility 1", ""},
  {"R3/sore-foot", "cramp -1 site=foot side=left sore=30; factor -20 immobility 1", ""},
  {"R3/travel-long-ago", "cramp -1 site=calf side=left sore=30; factor -29 immobility 1", ""},
  {"R3/travel-imported",
   "cramp -1 site=calf side=left sore=30; factor -9 immobility 1 source=import", ""},
  {"R3/clot", "condition past-clot; sign 0 one-calf-pain-day=yes", "F-R3" R},
  {"R3/pregnant", "pregnant yes; sign 0 one-calf-pain-day=yes", "F-R3" R " F-R6" R},
  {"R3/six-weeks-after", "pregnant no; pregnant-until -42; sign 0 one-calf-pain-day=yes", "F-R3" R},
  {"R3/longer-after", "pregnant no; pregnant-until -43; sign 0 one-calf-pain-day=yes", ""},
  {"R3/not-yet-over", "pregnant no; pregnant-until 1; sign 0 one-calf-pain-day=yes", ""},
  {"R6/after-pregnancy", "pregnant no; pregnant-until -5; sign 0 red-skin=yes", ""},
  {"R4/one-day", "medicine statins start=-200; sign 0 weakness=yes", ""},
  {"R4/two-days", "medicine fibrates start=-200; sign -5 muscle-pain=yes; sign 0 weakness=yes",
   "F-R4" R},
  {"R4/new-medicine-one-day", "medicine statins start=-84; cramp -1; sign 0 weakness=yes",
   "F-R4" R},
  {"R4/older-medicine-one-day", "medicine statins start=-85; cramp -1; sign 0 weakness=yes", ""},
  {"R4/start-unknown-one-day", "medicine statins; cramp -1; sign 0 weakness=yes", ""},
  {"R4/no-medicine", "sign -1..0 muscle-pain=yes", ""},
  {"R4/medicine-later", "medicine statins start=1; sign -1..0 muscle-pain=yes", ""},
  {"R4/days-long-ago", "medicine statins start=-200; sign -12..-11 muscle-pain=yes", ""},
  {"R5/bruise", "medicine quinine start=-9; sign 0 bruise=yes", "F-R5" R " F-I1" I},
  {"R5/as-relief", "cramp -1 relief=quinine; sign 0 hearing-change=yes", "F-R5" R " F-I1" I},
  {"R5/other-relief", "cramp -1 relief=stretch,walk; sign 0 hearing-change=yes", ""},
  {"R5/no-quinine", "sign 0 bruise=yes", ""},
  {"R5/said-no", "medicine quinine start=-9; sign 0 bruise=no", "F-I1" I},
  {"R6/red", "pregnant yes; sign 0 red-skin=yes", "F-R6" R},
  {"R6/not-pregnant", "pregnant no; sign 0 red-skin=yes", ""},
  {"R6/no", "pregnant yes; sign 0 red-skin=no", ""},
  {"R6/unknown", "sign 0 red-skin=yes", ""},
  {"R7/new", "sign 0 weakness-new=yes", "F-R7" R},
  {"R7/no", "sign 0 weakness-new=no", ""},
  {"R7/weak-not-new", "sign 0 weakness=yes", ""},
  {"R8/nausea", "factor -1 heat 1; cramp -1 site=calf; cramp -1 site=foot; sign 0 nausea=yes",
   "F-R8" R},
  {"R8/confused", "factor -1 heat 1; cramp -1 site=calf arms=yes; sign 0 confusion=yes",
   "F-R8" E " F-R9" R " F-V9" V},
  {"R8/one-muscle", "factor -1 heat 1; cramp -1 site=calf; cramp -1 site=calf; sign 0 nausea=yes",
   ""},
  {"R8/muscle-unknown", "factor -1 heat 1; cramp -1 site=calf; cramp -1; sign 0 nausea=yes", ""},
  {"R8/not-hot", "factor -1 heat 0; cramp -1 site=calf; cramp -1 site=foot; sign 0 nausea=yes", ""},
  {"R9/mouth", "cramp -1; sign 0 tingling-mouth=yes", "F-R9" R},
  {"R9/no-cramp", "quiet -1; sign 0 tingling-mouth=yes", ""},
  {"R9/no-tingling", "cramp -1 arms=no; sign 0 tingling-mouth=no", ""},
  {"R10/tremor", "factor -8..-4 alcohol 60; factor -1 alcohol 0; sign 0 tremor=yes", "F-R10" R},
  {"R10/seizure", "factor -8..-4 alcohol 60; factor -1 alcohol 0; sign 0 seizure=yes", "F-R10" E},
  {"R10/less", "factor -8..-4 alcohol 39; factor -1 alcohol 0; sign 0 tremor=yes", ""},
  {"R10/still-drinking", "factor -8..-1 alcohol 60; sign 0 tremor=yes", ""},
  {"R10/rare", "factor -8..-6 alcohol 60; factor -1 alcohol 0; sign 0 tremor=yes", ""},

  {"D1/one-day", "sign -1 weakness=yes", ""},
  {"D1/two-days-too-far", "sign -14 weakness=yes; sign -1 weakness=yes", ""},
  {"D1/two-days-just", "sign -13 wasting=yes; sign -1 weakness=yes", "F-D1" D},
  {"D1/twitching-with-weakness", "sign -9..0 twitching=yes; sign -3 weakness=yes", "F-D1" D},
  {"D1/nine-days-twitching", "sign -8..0 twitching=yes; sign -3 weakness=yes", ""},
  {"D1/twitching-factor", "factor -10..-1 twitching 1; sign -3 weakness=yes", "F-D1" D},
  {"D2/three-nights", "sign -6..-2/2 rest-pain-hanging=yes", "F-D2" D},
  {"D2/two-nights", "sign -4..-2/2 rest-pain-hanging=yes", ""},
  {"D2/sore", "sign -13 sore-not-healing=yes", "F-D2" D},
  {"D2/sore-no", "sign -13 sore-not-healing=no", ""},
  {"D3/yellow", "sign -3 yellow-skin=yes; cramp -14", "F-D3" D},
  {"D3/cramp-long-ago", "sign -3 yellow-skin=yes; cramp -15", ""},
  {"D3/no", "sign -3 yellow-skin=no; cramp -1", ""},
  {"D4/doubled",
   "medicine laba start=-30 linked; quiet -58..-31; cramp -50; cramp -40; quiet -30..-3; cramp "
   "-30 ; cramp -25; cramp -20; cramp -15",
   "F-D4" V},
  {"D4/tripled",
   "medicine laba start=-30 linked; quiet -58..-31; cramp -50; quiet -30..-3; cramp -30; cramp "
   "-25; cramp -20; cramp -15",
   "F-D4" D},
  {"D4/dose-raised",
   "medicine laba start=-500 raised=-30 linked; quiet -58..-31; cramp -50; cramp -40; quiet "
   "-30..-3; cramp -30 ; cramp -25; cramp -20; cramp -15",
   "F-D4" V},
  {"D4/not-linked",
   "medicine laba start=-30; quiet -58..-31; quiet -30..-3; cramp -30; cramp -25; cramp -20; "
   "cramp -15",
   ""},
  {"D4/three-nights",
   "medicine laba start=-30 linked; quiet -58..-31; quiet -30..-3; cramp -30; cramp -25; cramp "
   "-20",
   ""},
  {"D4/not-doubled",
   "medicine laba start=-30 linked; quiet -58..-31; cramp -50; cramp -40; cramp -35; quiet "
   "-30..-3; cramp -30; cramp -25; cramp -20; cramp -15; cramp -9",
   ""},
  {"D4/little-recorded-before",
   "medicine laba start=-30 linked; quiet -49..-31; quiet -30..-3; cramp -30; cramp -25; cramp "
   "-20; cramp -15",
   ""},
  {"D4/little-recorded-after",
   "medicine laba start=-18 linked; quiet -46..-19; quiet -18..-1; cramp -16; cramp -12; cramp "
   "-8; cramp -4",
   ""},
  {"D4/long-ago",
   "medicine laba start=-85 linked; quiet -113..-86; quiet -85..-58; cramp -80; cramp -75; cramp "
   "-70; cramp -65",
   ""},
  {"D4/begins-later", "medicine laba start=5 linked; quiet -23..-1", ""},

  {"V1/two-of-seven", "cramp -4..-2/2 woke=yes; tired -4..-2/2 8", ""},
  {"V1/five-of-fourteen", "cramp -14..-1/3 woke=yes; tired -14..-1/3 5", "F-V1" V},
  {"V1/four-of-fourteen", "cramp -13..-4/3 woke=yes; tired -13..-4/3 5", ""},
  {"V1/not-woken", "cramp -6..-2/2 woke=no; tired -6..-2/2 8", ""},
  {"V1/woken-unknown", "cramp -6..-2/2; tired -6..-2/2 8", ""},
  {"V1/tired-unknown", "cramp -6..-2/2 woke=yes", ""},
  {"V1/imported", "cramp -6..-2/2 woke=yes source=import; tired -6..-2/2 8", ""},
  {"V2/two-of-three-weeks",
   "quiet -20..-7; cramp -20; cramp -18; cramp -16; cramp -11; cramp -10; cramp -9", "F-V2" V},
  {"V2/one-of-three-weeks", "quiet -20..-7; cramp -20; cramp -18; cramp -16; cramp -11; cramp -10",
   ""},
  {"V2/little-recorded", "cramp -20; cramp -18; cramp -16; cramp -11; cramp -10; cramp -9", ""},
  {"V2/this-week-is-not-over", "quiet -13..-1; cramp -13; cramp -12; cramp -11; cramp -5..-1", ""},
  {"V2/imported",
   "quiet -20..-7; cramp -20 source=import; cramp -18 source=import; cramp -16 source=import; "
   "cramp -11; cramp -10; cramp -9",
   ""},
  {"V2/imported-quiet",
   "quiet -20..-7 source=import; cramp -20; cramp -18; cramp -16; cramp -11; cramp -10; cramp -9",
   ""},
  {"V3/four", "cramp -28..-1/9 sev=7", "F-V3" V},
  {"V3/three", "cramp -19..-1/9 sev=7", ""},
  {"V3/fourth-just-too-old", "cramp -29 sev=7; cramp -19..-1/9 sev=7", ""},
  {"V3/less-severe", "cramp -28..-1/9 sev=6", ""},
  {"V3/severity-unknown", "cramp -28..-1/9", ""},
  {"V4/eight-weeks", "cramp -60..-7/7", "F-V4" V},
  {"V4/seven-weeks", "cramp -53..-7/7", ""},
  {"V4/a-quiet-week", "cramp -60..-32/7; quiet -26..-24; cramp -18..-7/7", ""},
  {"V4/rise", "quiet -56..-1; cramp -50; cramp -40; cramp -35; cramp -27..-2/5", "F-V4" V},
  {"V4/rise-of-two", "quiet -56..-1; cramp -50; cramp -20; cramp -10; cramp -3", ""},
  {"V4/not-doubled",
   "quiet -56..-1; cramp -50; cramp -40; cramp -35; cramp -34; cramp -33; cramp -28..-1/4", ""},
  {"V4/before-unknown", "quiet -28..-1; cramp -26..-2/4", ""},
  {"V4/stretched",
   "quiet -42..-1; factor -42..-13 stretch 1; cramp -40; cramp -30; cramp -20; cramp -10",
   "F-V4" V},
  {"V4/stretched-and-better",
   "quiet -42..-1; factor -42..-13 stretch 1; cramp -40; cramp -30; cramp -20", ""},
  {"V4/stretched-too-rarely",
   "quiet -42..-1; factor -42..-14 stretch 1; cramp -40; cramp -30; cramp -20; cramp -10", ""},
  {"V4/stretched-said-no",
   "quiet -42..-1; factor -42..-13 stretch 0; cramp -40; cramp -30; cramp -20; cramp -10", ""},
  {"V4/stretched-imported",
   "quiet -42..-1; factor -42..-13 stretch 1 source=import; cramp -40; cramp -30; cramp -20; "
   "cramp -10",
   ""},
  {"V4/stretched-before", "quiet -42..-1; factor -80..-43 stretch 1; cramp -40; cramp -20", ""},
  {"V5/all",
   "sign -5 rls-urge=yes; sign -5 rls-rest=yes; sign -5 rls-moving-helps=yes; sign -5 "
   "rls-evening=yes; sign -5 rls-explained=no",
   "F-V5" V},
  {"V5/explained",
   "sign -5 rls-urge=yes; sign -5 rls-rest=yes; sign -5 rls-moving-helps=yes; sign -5 "
   "rls-evening=yes; sign -5 rls-explained=yes",
   ""},
  {"V5/explained-unknown",
   "sign -5 rls-urge=yes; sign -5 rls-rest=yes; sign -5 rls-moving-helps=yes; sign -5 "
   "rls-evening=yes",
   ""},
  {"V5/taken-back",
   "sign -5 rls-urge=yes; sign -5 rls-rest=yes; sign -5 rls-moving-helps=yes; sign -5 "
   "rls-evening=yes; sign -5 rls-explained=no; sign -1 rls-urge=no",
   ""},
  {"V6/thirst-alone", "sign -2 thirst=yes", ""},
  {"V6/urine-alone", "sign -2 urine-much=yes", ""},
  {"V6/thirst-and-urine", "sign -27 thirst=yes; sign -2 urine-much=yes", "F-V6" V},
  {"V6/thirst-without-urine", "sign -2 thirst=yes; sign -2 urine-much=no", ""},
  {"V6/thirst-long-ago", "sign -28 thirst=yes; sign -2 urine-much=yes", ""},
  {"V6/weight", "sign -27 weight-change=yes", "F-V6" V},
  {"V6/long-ago", "sign -28 weight-change=yes", ""},
  {"V6/no", "sign -2 weight-change=no", ""},
  {"V6/unknown", "sign -2 nausea=yes", ""},
  {"V7/five-days", "sign -10..-2/2 numb-tingle=yes", "F-V7" V},
  {"V7/four-days", "sign -8..-2/2 numb-tingle=yes", ""},
  {"V7/factor", "factor -10..-2/2 tingling 1", "F-V7" V},
  {"V7/diabetes-wound", "condition diabetes-2; sign -9 foot-wound=yes", "F-V7" D},
  {"V7/wound-alone", "sign -9 foot-wound=yes", ""},
  {"V7/diabetes-no-wound", "condition diabetes-2; sign -9 foot-wound=no", ""},
  {"V8/three-days", "sign -12..-2/5 pain-walking=yes", "F-V8" V},
  {"V8/two-days", "sign -7..-2/5 pain-walking=yes", ""},
  {"V8/three-no", "sign -12..-2/5 pain-walking=no", ""},
  {"V9/child", "born 2009; cramp -3", "F-V9" V},
  {"V9/perhaps-a-child", "born 2008; cramp -3", ""},
  {"V9/adult", "born 2007; cramp -3", ""},
  {"V9/age-unknown", "cramp -3", ""},
  {"V9/half-by-day", "cramp -9..-8 byday=yes; cramp -7..-6 byday=no", "F-V9" V},
  {"V9/less-by-day", "cramp -9..-8 byday=yes; cramp -7..-5 byday=no", ""},
  {"V9/mostly-unknown", "cramp -9..-7 byday=yes; cramp -6..-1", ""},
  {"V9/imported", "cramp -9..-6 byday=yes source=import", ""},
  {"V9/arms", "cramp -9 arms=yes", "F-V9" V},
  {"V9/no-arms", "cramp -9 arms=no", ""},
  {"V10/more", "factor -28..-1 alcohol 16.1", "F-V10" V},
  {"V10/just", "factor -28..-1 alcohol 16", ""},
  {"V10/few-days-known", "factor -19..-1 alcohol 39", ""},
  {"V10/none", "quiet -28..-1", ""},

  {"I1/quinine", "medicine quinine start=-90", "F-I1" I},
  {"I1/tonic", "cramp -28 relief=walk,tonic-water", "F-I1" I},
  {"I1/tonic-long-ago", "cramp -29 relief=tonic-water", ""},
  {"I1/tonic-imported", "cramp -9 relief=tonic-water source=import", ""},
  {"I1/other", "medicine magnesium start=-90; cramp -9 relief=massage", ""},
  {"I2/ten-minutes", "cramp -1 sev=5 min=10 eased=yes", ""},
  {"I2/severity-unknown", "cramp -1 min=15 eased=yes", "F-I2" I},
  {"I2/thigh", "cramp -9..-6 site=front-thigh; cramp -5..-4 site=calf", "F-I2" I},
  {"I2/thigh-sixty-percent", "cramp -9..-7 site=front-thigh; cramp -5..-4 site=calf", ""},
  {"I2/weak", "cramp -9..-6 sev=1", "F-I2" I},
  {"I2/not-weak", "cramp -9..-6 sev=2", ""},
  {"I2/by-day", "cramp -9..-6 byday=yes", "F-V9" V " F-I2" I},

  /* What happens to a flag. */
  {"age/raised-in-time", "note F-R1 -10 right-away; cramp -10 sev=9 min=12 eased=no",
   "F-R1" R ",past"},
  {"age/corrected-since", "note F-R1 -10 right-away; cramp -10 sev=9 min=2 eased=no", ""},
  {"age/answered", "note F-R1 -10 right-away contacted; cramp -10 sev=9 min=12 eased=no", ""},
  {"age/seen-at-a-visit", "note F-R1 -10 right-away; cramp -10 sev=9 min=12 eased=no; visit -4",
   ""},
  {"age/visit-before", "note F-R1 -10 right-away; cramp -10 sev=9 min=12 eased=no; visit -12",
   "F-R1" R ",past"},
  {"age/visit-to-come", "note F-R1 -10 right-away; cramp -10 sev=9 min=12 eased=no; visit 3",
   "F-R1" R ",past"},
  {"age/newest-of-two",
   "note F-R1 -10 right-away; note F-R1 -20 right-away contacted; cramp -10 sev=9 min=12 eased=no; "
   "cramp -20 sev=9 min=12 eased=no",
   "F-R1" R ",past"},
  {"age/newest-answered",
   "note F-R1 -20 right-away; note F-R1 -10 right-away contacted; cramp -10 sev=9 min=12 eased=no; "
   "cramp -20 sev=9 min=12 eased=no",
   ""},
  {"age/present-before-past",
   "note F-R1 -10 right-away; cramp -10 sev=9 min=12 eased=no; cramp -1 sev=9 min=12 eased=no",
   "F-R1" R},
  {"age/present-stands-above-past",
   "note F-R1 -10 right-away; cramp -10 sev=9 min=12 eased=no; sign 0 weakness-new=yes",
   "F-R7" R " F-R1" R ",past"},
  {"age/past-stands-below-present",
   "note F-R7 -10 right-away; sign -10 weakness-new=yes; cramp -1 sev=9 min=12 eased=no",
   "F-R1" R " F-R7" R ",past"},
  {"age/toxin-thirteen-days", "note F-R2 -13 right-away; sign -14 toxin=yes; cramp -13", "F-R2" R},
  {"age/toxin-fifteen-days", "note F-R2 -15 right-away; sign -16 toxin=yes; cramp -15",
   "F-R2" R ",past"},
  {"age/other-rule", "note F-R7 -10 right-away; cramp -10 sev=9 min=12 eased=no", ""},
  {"age/never-raised", "note F-R1 -10 right-away; cramp -9 sev=9 min=12 eased=no", ""},
  {"answer/event", "note F-R1 -1 right-away contacted; cramp -1 sev=9 min=12 eased=no", ""},
  {"answer/of-a-lower-tier", "note F-R1 -1 days contacted; cramp -1 sev=9 min=12 eased=no",
   "F-R1" R},
  {"answer/none", "note F-R1 -1 right-away; cramp -1 sev=9 min=12 eased=no", "F-R1" R},
  {"answer/of-another-night", "note F-R1 -2 right-away contacted; cramp -1 sev=9 min=12 eased=no",
   "F-R1" R},
  {"answer/unknown-tier", "note F-R1 -1 soon contacted; cramp -1 sev=9 min=12 eased=no", "F-R1" R},
  {"answer/routine", "note F-V3 -10 routine booked; cramp -28..-1/9 sev=7", ""},
  {"answer/routine-89-days", "note F-V3 -89 routine seen; cramp -28..-1/9 sev=7", ""},
  {"answer/routine-90-days", "note F-V3 -90 routine seen; cramp -28..-1/9 sev=7", "F-V3" V},
  {"answer/another-reason",
   "note F-V3 -10 routine booked; cramp -28..-1/9 sev=7; sign -2 weight-change=yes", "F-V6" V},
  {"answer/the-same-burden", "note F-V2 -10 routine booked; cramp -28..-1/9 sev=7", ""},
  {"answer/other-than-burden", "note F-V6 -10 routine booked; cramp -28..-1/9 sev=7", "F-V3" V},
  {"answer/of-no-rule", "note F-X -10 routine booked; cramp -28..-1/9 sev=7", "F-V3" V},
  {"new-reason/tired-after-painful",
   "note F-V3 -10 routine booked; cramp -28..-1/9 sev=7; cramp -6..-2/2 woke=yes; tired -6..-2/2 8",
   "F-V1" V},
  {"new-reason/painful-after-tired",
   "note F-V1 -10 routine booked; cramp -28..-1/9 sev=7; cramp -6..-2/2 woke=yes; tired -6..-2/2 8",
   "F-V3" V},
  {"new-reason/told-this-year",
   "note F-V1 -364 routine booked; note F-V3 -10 routine booked; cramp -6..-2/2 woke=yes; tired "
   "-6..-2/2 8",
   ""},
  {"new-reason/told-last-year",
   "note F-V1 -365 routine booked; note F-V3 -10 routine booked; cramp -6..-2/2 woke=yes; tired "
   "-6..-2/2 8",
   "F-V1" V},
  {"new-reason/told-and-the-card-is-old",
   "note F-V1 -200 routine booked; note F-V3 -90 routine booked; cramp -6..-2/2 woke=yes; tired "
   "-6..-2/2 8",
   "F-V1" V},
  {"new-reason/told-unanswered",
   "note F-V1 -40 routine; note F-V3 -10 routine booked; cramp -6..-2/2 woke=yes; tired -6..-2/2 8",
   "F-V1" V},
  {"new-reason/no-answer-to-a-card",
   "note F-V1 -200 routine booked; note F-V6 -10 routine not-applicable; cramp -6..-2/2 woke=yes; "
   "tired -6..-2/2 8",
   "F-V1" V},
  {"new-reason/more-urgent-than-told",
   "note F-D4 -200 days contacted; note F-V3 -10 routine booked; medicine laba start=-30 linked; "
   "quiet -58..-31; cramp -50; quiet -30..-3; cramp -30; cramp -25; cramp -20; cramp -15",
   "F-D4" D},
  {"stands/until-answered", "note F-V3 -20 routine; cramp -47..-22/8 sev=7", "F-V3" V},
  {"stands/27-days", "note F-V3 -27 routine; cramp -54..-29/8 sev=7", "F-V3" V},
  {"stands/28-days", "note F-V3 -28 routine; cramp -55..-30/8 sev=7", ""},
  {"stands/answered", "note F-V3 -20 routine booked; cramp -47..-22/8 sev=7", ""},
  {"stands/answered-since",
   "note F-V3 -20 routine; note F-V3 -18 routine booked; cramp -47..-22/8 sev=7", ""},
  {"stands/corrected", "note F-V3 -20 routine; cramp -47..-22/8 sev=6", ""},
  {"stands/seen-since", "note F-V3 -20 routine; cramp -47..-22/8 sev=7; visit -19", ""},
  {"stands/only-answered", "note F-V3 -100 routine booked only-answered; cramp -127..-102/8 sev=7",
   ""},
  {"stands/not-within-days", "note F-D2 -20 days; sign -30 sore-not-healing=yes", ""},
  {"R1/eased-length-unknown", "cramp -1 sev=9 eased=yes", ""},
  {"R1/of-the-person", "cramp -1 sev=9 min=12 eased=no source=person", "F-R1" R},
  {"R1/three-severe-twice",
   "cramp -2 sev=8 min=10; cramp -2 sev=8 min=10; cramp -2 sev=8 min=10; cramp -1 sev=8 min=10; "
   "cramp -1 sev=8 min=10; cramp -1 sev=8 min=10",
   "F-R1" D " F-V3" V},
  {"E1b/newer-no-written-first", "sign 0 chest-pain=no; sign -1 chest-pain=yes", ""},
  {"I1/ends-later", "medicine quinine start=-9 stop=3", "F-I1" I},
  {"D4/begun-and-raised",
   "medicine laba start=-30 raised=-29 linked; quiet -58..-31; cramp -50; cramp -40; quiet "
   "-30..-3; cramp -30 ; cramp -25; cramp -20; cramp -15",
   "F-D4" V},
  {"V4/stretched-today",
   "quiet -42..-1; factor -41..-13 stretch 1; factor 0 stretch 1; cramp -40; cramp -20", ""},
  {"age/pattern-of-then", "note F-I2 -36 information; cramp -40..-37 site=front-thigh", ""},
  {"answer/days-after-routine",
   "note F-V7 -10 routine booked; condition diabetes-2; sign -9 foot-wound=yes", "F-V7" D},
  {"visit/reason-was-there", "visit -3; cramp -40..-1/9 sev=7", ""},
  {"visit/reason-is-new", "visit -12; cramp -28..-1/9 sev=7", "F-V3" V},
  {"visit/long-ago", "visit -90; cramp -120..-1/5 sev=7; quiet -121..-1", "F-V3" V " F-V4" V},
  {"visit/booked", "visit 5; cramp -28..-1/9 sev=7", ""},
  {"visit/mutes-no-days", "visit 5; sign -13 sore-not-healing=yes", "F-D2" D},

  /* What stands first in the records neither hides nor ends what stands behind it. */
  {"behind/sign", "sign -20 weakness=yes; sign -1 toxin=yes; cramp -1", "F-R2" R},
  {"behind/imported-cramp", "cramp -1 sev=2 source=import; cramp -1 sev=9 min=12 eased=no",
   "F-R1" R},
  {"behind/old-night",
   "cramp -9 site=calf; factor -1 heat 1; cramp -1 site=calf; cramp -1 site=foot; sign 0 "
   "nausea=yes",
   "F-R8" R},
  {"behind/night-of-one-muscle",
   "cramp -2 site=calf; factor -1 heat 1; cramp -1 site=calf; cramp -1 site=foot; sign 0 "
   "nausea=yes",
   "F-R8" R},
  {"behind/cramp-of-the-night",
   "cramp -9 byday=no; cramp -9 byday=yes; cramp -9 byday=yes; cramp -9 byday=no", "F-V9" V},
  {"behind/imported-of-the-night", "cramp -9 byday=no source=import; cramp -9..-6 byday=yes",
   "F-V9" V " F-I2" I},
  {"behind/relief-of-another-night", "quiet -10; cramp -9 relief=tonic-water", "F-I1" I},
  {"behind/relief-of-the-night", "cramp -9 relief=walk; cramp -9 relief=tonic-water", "F-I1" I},
  {"behind/imported-relief",
   "cramp -9 relief=tonic-water source=import; cramp -9 relief=tonic-water", "F-I1" I},
  {"behind/medicine",
   "medicine statins start=-400; medicine diuretics start=-400; sign 0 fainted=yes", "F-E5" E},
  {"behind/medicine-not-linked",
   "medicine statins start=-30; medicine laba start=-30 linked; quiet -58..-31; cramp -50; cramp "
   "-40; "
   "quiet -30..-3; cramp -30; cramp -25; cramp -20; cramp -15",
   "F-D4" V},
  {"behind/condition", "condition high-blood-pressure; condition low-potassium; sign 0 fainted=yes",
   "F-E5" E},
  {"behind/note",
   "note F-V6 -10 routine booked; note F-R1 -1 right-away contacted; cramp -1 sev=9 min=12 "
   "eased=no",
   ""},
  {"behind/visit-before",
   "note F-R1 -10 right-away; cramp -10 sev=9 min=12 eased=no; visit -12; visit -4", ""},
  {"behind/visit-long-ago", "visit -90; visit 5; cramp -28..-1/9 sev=7", ""},

  /* The last day, night or number that counts, and the first that does not. */
  {"edge/three-severe-one-length-unknown",
   "cramp -1 sev=8 min=10; cramp -1 sev=8 min=10; cramp -1 sev=8 min=9; cramp -1 sev=8", "F-V3" V},
  {"edge/arms-are-one-muscle-group", "factor -1 heat 1; cramp -1 arms=yes; sign 0 nausea=yes",
   "F-R9" R " F-V9" V},
  {"edge/just-below-half-by-day",
   "cramp -25..-1 byday=yes; cramp -25..-1 byday=yes; cramp -25..-1 byday=no; cramp -25..-1 "
   "byday=no; "
   "cramp -1 byday=no",
   "F-V2" V},
  {"edge/monday-is-of-the-next-week",
   "quiet -20..-7; cramp -20; cramp -18; cramp -13; cramp -11; cramp -9", ""},
  {"edge/sunday-is-of-its-week",
   "quiet -20..-7; cramp -20; cramp -18; cramp -14; cramp -13; cramp -11; cramp -7", "F-V2" V},
  {"edge/twenty-nights-recorded",
   "medicine laba start=-30 linked; quiet -50..-31; cramp -50; cramp -40; quiet -30..-11; cramp "
   "-30; "
   "cramp -25; cramp -20; cramp -15",
   "F-D4" V},
  {"edge/nineteen-nights-recorded-before",
   "medicine laba start=-30 linked; quiet -49..-31; cramp -49; cramp -40; quiet -30..-11; cramp "
   "-30; "
   "cramp -25; cramp -20; cramp -15",
   ""},
  {"edge/nineteen-nights-recorded-after",
   "medicine laba start=-30 linked; quiet -50..-31; cramp -50; cramp -40; quiet -30..-12; cramp "
   "-30; "
   "cramp -25; cramp -20; cramp -15",
   ""},
  {"edge/rise-of-three", "quiet -56..-1; cramp -50; cramp -20; cramp -15; cramp -10; cramp -3",
   "F-V4" V},
  {"edge/stretched-yesterday",
   "quiet -42..-1; factor -42..-14 stretch 1; factor -1 stretch 1; cramp -40; cramp -30; cramp "
   "-20; "
   "cramp -10",
   "F-V4" V},
  {"edge/diarrhoea-two-nights-ago", "factor -2 vomiting-diarrhoea 1; sign 0 fainted=yes", "F-E5" E},
  {"edge/diarrhoea-three-nights-ago", "factor -3 vomiting-diarrhoea 1; sign 0 fainted=yes", ""},
  {"edge/diarrhoea-today", "factor 0 vomiting-diarrhoea 1; sign 0 fainted=yes", "F-E5" E},
  {"edge/diarrhoea-to-come", "factor 1 vomiting-diarrhoea 1; sign 0 fainted=yes", ""},
  {"edge/travel-28-days-ago", "cramp -1 site=calf side=left sore=25; factor -28 immobility 1",
   "F-R3" R},
  {"edge/twenty-days-of-alcohol", "factor -20..-1 alcohol 16.1", "F-V10" V},
  {"edge/medicine-since-today", "medicine diuretics start=0; sign 0 fainted=yes", "F-E5" E},
  {"edge/pregnant-until-today", "pregnant no; pregnant-until 0; sign 0 one-calf-pain-day=yes",
   "F-R3" R},
  {"edge/no-weeks-after", "pregnant no; pregnant-until 0; sign 0 red-skin=yes", ""},
  {"edge/R3-fourteen-days-ago",
   "medicine combined-pill start=-90; sign -15 one-calf-pain-day=yes; sign 0 collapse=yes",
   "F-E1" E},
  {"edge/R3-fifteen-days-ago",
   "medicine combined-pill start=-90; sign -16 one-calf-pain-day=yes; sign 0 collapse=yes", ""},
  {"edge/no-R3-as-it-was-then",
   "medicine combined-pill start=-1; sign -5 one-calf-pain-day=yes; sign 0 collapse=yes", ""},
  {"edge/R1-was-yesterday", "cramp -3 sev=9 min=12 eased=no; cramp -1 sev=5 min=11 eased=yes",
   "F-I2" I},
  {"edge/seen-today", "note F-R1 -10 right-away; cramp -10 sev=9 min=12 eased=no; visit 0", ""},
  {"edge/seen-on-its-day", "note F-R1 -10 right-away; cramp -10 sev=9 min=12 eased=no; visit -10",
   "F-R1" R ",past"},
  {"edge/present-two-days", "note F-E1b -2 emergency; sign -2 chest-pain=yes; sign 0 chest-pain=no",
   "F-E1b" E},
  {"edge/past-after-three-days",
   "note F-E1b -3 emergency; sign -3 chest-pain=yes; sign 0 chest-pain=no", "F-E1b" E ",past"},
  {"edge/toxin-fourteen-days", "note F-R2 -14 right-away; sign -15 toxin=yes; cramp -14", "F-R2" R},
  {"edge/visit-yesterday", "visit -1; cramp -27..0/9 sev=7", "F-V3" V},
  {"edge/visit-today", "visit 0; cramp -27..0/9 sev=7", ""},

  /* A sign said after the answer is new, one said before or with it is dealt with. */
  {"said/after-the-answer", "sign -1 chest-pain=yes rev=b; note F-E1b -1 emergency contacted rev=a",
   "F-E1b" E},
  {"said/with-the-answer", "sign -1 chest-pain=yes rev=a; note F-E1b -1 emergency contacted rev=a",
   ""},
  {"said/before-the-answer",
   "sign -1 chest-pain=yes rev=a; note F-E1b -1 emergency contacted rev=b", ""},
  {"said/another-sign-after",
   "sign -1 chest-pain=yes rev=a; sign -1 weakness=yes rev=c; note F-E1b -1 emergency contacted "
   "rev=b",
   ""},
  {"said/of-another-day-after",
   "sign -9 chest-pain=yes rev=c; sign -1 chest-pain=yes rev=a; note F-E1b -1 emergency contacted "
   "rev=b",
   ""},
  {"said/second-after",
   "sign -1 chest-pain=yes rev=a; sign -1 breathless-sudden=yes rev=c; note F-E1b -1 emergency "
   "contacted rev=b",
   "F-E1b" E},
  {"said/first-after",
   "sign -1 breathless-sudden=yes rev=c; sign -1 chest-pain=yes rev=a; note F-E1b -1 emergency "
   "contacted rev=b",
   "F-E1b" E},
  {"said/matched-first-after",
   "sign -1 chest-pain=yes rev=c; sign -1 breathless-sudden=yes rev=a; note F-E1b -1 emergency "
   "contacted rev=b",
   "F-E1b" E},
  {"said/never-answered", "sign 0 chest-pain=yes rev=a", "F-E1b" E},
  {"answer/does-not-apply", "note F-V3 -10 routine not-applicable; cramp -28..-1/9 sev=7", ""},
  {"order/urgent-first",
   "cramp -1 sev=9 min=12 eased=no; sign 0 chest-pain=yes; sign -13 sore-not-healing=yes; sign -2 "
   "weight-change=yes",
   "F-E1b" E " F-R1" R " F-D2" D " F-V6" V},
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (Scene) scene = scene_new (cases[i].scene);
  g_autofree char *said = scene_say (scene);

  if (!g_str_equal (said, cases[i].says))
    g_test_fail_printf ("says '%s' instead of '%s'", said, cases[i].says);
}

/* Taking any one thing away from a scene, or not knowing it, never makes a flag more urgent than the scene without it
 * had; here: what is recorded of nobody raises nothing, whatever the hour. */
static void
test_nothing_is_known (void)
{
  for (int hour = 0; hour < 24; hour++) {
    g_autofree char *text = g_strdup_printf ("now %02d:30", hour);
    g_autoptr (Scene) scene = scene_new (text);
    g_autofree char *said = scene_say (scene);

    g_assert_cmpstr (said, ==, "");
  }
}

static void
test_since (void)
{
  g_autoptr (Scene) scene = scene_new ("sign -9 weakness=yes; sign -3 wasting=yes; cramp -1 sev=9 "
                                       "min=12 eased=no");
  g_autoptr (StnFlags) flags = stn_flags_find (stn_knowledge_get (), scene->records, scene->now);
  char text[STN_DATE_TEXT_SIZE];

  g_assert_cmpstr (stn_date_to_text (stn_flags_get (flags, "F-D1")->since, text), ==, "2026-11-19");
  g_assert_cmpstr (stn_date_to_text (stn_flags_get (flags, "F-R1")->since, text), ==, "2026-11-21");
  g_assert_cmpstr (stn_date_to_text (stn_flags_get (flags, "F-R1")->day, text), ==, "2026-11-21");
  g_assert_null (stn_flags_get (flags, "F-V2"));
}

static StnDate
since_of (const char *text, const char *rule)
{
  g_autoptr (Scene) scene = scene_new (text);
  g_autoptr (StnFlags) flags = stn_flags_find (stn_knowledge_get (), scene->records, scene->now);

  return stn_flags_get (flags, rule)->since;
}

/* A pattern that has been there for longer than one looks: since the medicine is taken, or nobody knows when. */
static void
test_since_long (void)
{
  char text[STN_DATE_TEXT_SIZE];

  g_assert_cmpstr (stn_date_to_text (since_of ("medicine quinine start=-900", "F-I1"), text), ==,
                   "2024-06-05");
  g_assert_false (stn_date_is_set (since_of ("medicine quinine", "F-I1")));
  g_assert_false (stn_date_is_set (since_of ("cramp -300..0/3 min=2; quiet -300..0", "F-V4")));
}

/* What a person is told made a rule match: the counts and the days of it. */
static const struct {
  const char *scene, *rule, *says;
} evidence[] = {
  {"sign -3 toxin=yes; cramp -1", "F-R2", "toxin 2026-11-19; cramp 2026-11-21"},
  {"cramp -2 site=calf; factor -1 heat 1; cramp -1 site=calf; cramp -1 site=foot; sign 0 "
   "nausea=yes",
   "F-R8", "heat 1 2026-11-21; cramp 2026-11-21; cramp 2026-11-21; nausea 2026-11-22"},
  {"condition low-potassium; sign 0 fainted=yes", "F-E5", "fainted 2026-11-22; low-potassium"},
  {"sign -2 numb-tingle=yes; factor -10..-2/4 tingling 1; factor -9..-8 tingling 1", "F-V7",
   "tingling 1 2026-11-12; tingling 1 2026-11-13; tingling 1 2026-11-14; tingling 1 2026-11-16; "
   "tingling 1 2026-11-20"},
  {"factor -28..-1 alcohol 17", "F-V10", "alcohol 119, 2026-10-25 to 2026-11-21"},
  {"born 2010; cramp -3", "F-V9", "16 years; cramp 2026-11-19"},
  {"pregnant yes; sign 0 red-skin=yes", "F-R6", "pregnant; red-skin 2026-11-22"},
  {"cramp -9 relief=tonic-water", "F-I1", "tonic-water 2026-11-13"},
  {"quiet -42..-1; factor -42..-13 stretch 1; cramp -40; cramp -30; cramp -20; cramp -10", "F-V4",
   "2 of 21, 2026-10-11 to 2026-10-31; 2 of 21, 2026-11-01 to 2026-11-21; 30 of 42, 2026-10-11 to "
   "2026-11-21"},
  {"visit -3; cramp -30 sev=7; cramp -28..-1/9 sev=7", "F-V3",
   "cramp 2026-10-25; cramp 2026-11-03; cramp 2026-11-12; cramp 2026-11-21"},
  {"cramp -8..-1/2 byday=yes; cramp -7 byday=no", "F-I2", "4 of 5, 2026-10-25 to 2026-11-22"},
  {"cramp -6..-2/2 woke=yes; tired -6 6; tired -4 5; tired -2 7; quiet -7..-1/2", "F-V1",
   "3 of 0, 2026-11-15 to 2026-11-21"},
  {"medicine laba start=-500 raised=-84 linked; quiet -112..-85; cramp -110; cramp -100; quiet "
   "-84..-57; cramp -80..-68/4",
   "F-D4", "2 of 28, 2026-08-02 to 2026-08-29; 4 of 28, 2026-08-30 to 2026-09-26; taken"},
};

static char *
match_say (const StnFlagMatch *match)
{
  char first[STN_DATE_TEXT_SIZE], last[STN_DATE_TEXT_SIZE];

  stn_date_to_text (match->date, first);
  stn_date_to_text (match->until, last);
  switch (match->kind) {
  case STN_FLAG_MATCH_SIGN:
  case STN_FLAG_MATCH_RELIEF:
    return g_strdup_printf ("%s %s", match->id, first);
  case STN_FLAG_MATCH_CRAMP:
    return g_strdup_printf ("cramp %s", first);
  case STN_FLAG_MATCH_FACTOR:
    return g_strdup_printf ("%s %g %s", match->id, match->value, first);
  case STN_FLAG_MATCH_WEEK:
    return g_strdup_printf ("%s %g, %s to %s", match->id, match->value, first, last);
  case STN_FLAG_MATCH_MEDICINE:
    return g_strdup ("taken");
  case STN_FLAG_MATCH_CONDITION:
    return g_strdup (match->id);
  case STN_FLAG_MATCH_PREGNANT:
    return g_strdup ("pregnant");
  case STN_FLAG_MATCH_AGE:
    return g_strdup_printf ("%u years", match->count);
  case STN_FLAG_MATCH_NIGHTS:
  case STN_FLAG_MATCH_MORNINGS:
  case STN_FLAG_MATCH_EPISODES:
  case STN_FLAG_MATCH_STRETCHED:
    return g_strdup_printf ("%u of %u, %s to %s", match->count, match->of, first, last);
  default:
    g_return_val_if_reached (NULL);
  }
}

static void
test_evidence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++) {
    g_autoptr (Scene) scene = scene_new (evidence[i].scene);
    g_autoptr (StnFlags) flags = stn_flags_find (stn_knowledge_get (), scene->records, scene->now);
    const StnFlag *flag = stn_flags_get (flags, evidence[i].rule);
    g_autoptr (GString) said = g_string_new (NULL);

    g_assert_nonnull (flag);
    for (guint j = 0; j < flag->matched->len; j++) {
      g_autofree char *match = match_say (g_ptr_array_index (flag->matched, j));

      g_string_append_printf (said, "%s%s", j > 0 ? "; " : "", match);
    }
    g_assert_cmpstr (said->str, ==, evidence[i].says);
  }
}

/* What a question is about, and what was answered to a flag, come back with it. */
static void
test_question (void)
{
  g_autoptr (Scene) scene =
    scene_new ("cramp -2 min=1; cramp -1 sev=2 min=3; cramp -1 sev=5 min=15");
  g_autoptr (StnFlags) flags = stn_flags_find (stn_knowledge_get (), scene->records, scene->now);
  char text[STN_DATE_TEXT_SIZE];

  g_assert_cmpuint (flags->questions->len, ==, 1);
  const StnFlagQuestion *question = g_ptr_array_index (flags->questions, 0);
  g_assert_cmpstr (question->rule->id, ==, "F-R1");
  g_assert_cmpstr (stn_date_to_text (question->night, text), ==, "2026-11-21");
  g_assert_cmpuint (question->place, ==, 1);
  g_assert_cmpint (question->episode->duration_s.value, ==, 15 * 60);
}

static void
test_reply (void)
{
  g_autoptr (Scene) scene =
    scene_new ("note F-R1 -1 right-away contacted; cramp -1 sev=9 min=12 eased=no");
  g_autoptr (StnFlags) flags = stn_flags_find (stn_knowledge_get (), scene->records, scene->now);
  const StnFlag *flag = stn_flags_get (flags, "F-R1");

  g_assert_true (flag->put_away);
  g_assert_cmpint (flag->reply, ==, STN_FLAG_REPLY_CONTACTED);
}

static void
test_emergency_number (void)
{
  g_autoptr (Scene) scene = scene_new ("emergency-number 112; sign 0 chest-pain=yes");
  g_autoptr (StnFlags) flags = stn_flags_find (stn_knowledge_get (), scene->records, scene->now);

  g_assert_cmpstr (stn_flags_get (flags, "F-E1b")->emergency_number, ==, "112");
}

/* Callers that break the contract are told, and get nothing. */
static void
test_contract (void)
{
  g_autoptr (StnFlagRecords) records = stn_flag_records_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 8, 0, 0);
  g_autoptr (StnFlags) flags = stn_flags_find (stn_knowledge_get (), records, now);

  for (int i = 0; i < 5; i++)
    g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
  g_assert_null (stn_flags_find (NULL, records, now));
  g_assert_null (stn_flags_find (stn_knowledge_get (), NULL, now));
  g_assert_null (stn_flags_find (stn_knowledge_get (), records, NULL));
  g_assert_null (stn_flags_get (NULL, "F-R1"));
  g_assert_null (stn_flags_get (flags, NULL));
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/flags/", cases[i].name, NULL);

    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
  }
  g_test_add_func ("/flags/nothing-is-known", test_nothing_is_known);
  g_test_add_func ("/flags/since/first-day", test_since);
  g_test_add_func ("/flags/since/long", test_since_long);
  g_test_add_func ("/flags/evidence", test_evidence);
  g_test_add_func ("/flags/question", test_question);
  g_test_add_func ("/flags/reply", test_reply);
  g_test_add_func ("/flags/emergency-number", test_emergency_number);
  g_test_add_func ("/flags/contract", test_contract);
  return g_test_run ();
}
