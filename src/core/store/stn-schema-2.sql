-- Copyright the Stillnight authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 2 adds what is known of the person: medicines, conditions, signs, visits; and what the program must
-- remember for them: drafts, flags dealt with, sessions of stretching.

-- Records: medicines, conditions, visits

-- Signs and flags

-- What was shown of the knowledge

-- Entry: factors' groups, drafts, a running cramp
ALTER TABLE factor ADD COLUMN heading TEXT -- own heading under which it stands in lists
  CHECK (heading <> '');
ALTER TABLE factor ADD COLUMN hidden INTEGER -- 1: taken off all lists; its values stay
  CHECK (hidden = 1);
ALTER TABLE factor ADD COLUMN usual REAL -- what it is on an ordinary day, as the person set it; else the diary tells
  CHECK (abs (usual) < 9e999);
ALTER TABLE factor ADD COLUMN offer_from TEXT -- first evening on which one that is not tracked may be offered again
  CHECK (offer_from IS date (offer_from));
ALTER TABLE night ADD COLUMN forgotten INTEGER -- 1: the person does not remember; not recorded, and not asked again
  CHECK (forgotten = 1);
CREATE TABLE running_cramp (
  -- The clock of "Cramp now": at most one row. Without input for 30 minutes it has ended by itself: nothing is
  -- written then, and how long the cramp lasted stays unknown.
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  night TEXT CHECK (night IS date (night)), -- evening of the night it belongs to
  episode TEXT,                   -- uid of the cramp
  began TEXT,                     -- to the second: local time, offset, [zone]
  touched TEXT,                   -- last input of the person
  -- Identity of the row:
  source TEXT,                    -- who wrote what it says now: person, reminder, sample, import ...
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)), -- 1: deleted; only keys and identity stay
  rev TEXT NOT NULL CHECK (length (rev) = 34), -- revision: time, counter, computer; the greater is the newer
  updated TEXT NOT NULL,          -- when it was last changed: local time, offset, [zone]
  created TEXT NOT NULL,          -- when it was first written
  uid TEXT NOT NULL UNIQUE CHECK (length (uid) = 36) -- the same on every computer, for ever
  CHECK (deleted OR (night IS NOT NULL AND episode IS NOT NULL AND began IS NOT NULL AND touched IS NOT NULL))
) STRICT;

CREATE TABLE draft (
  -- No record yet: what was typed and is not saved, so that it survives a crash and a power cut. Not logged, not merged;
  -- gone as soon as it is saved or thrown away.
  kind TEXT NOT NULL CHECK (kind <> ''), -- which form: 'night', 'evening', 'visit' ...
  night TEXT NOT NULL CHECK (night IS date (night)), -- the night, or the date, that it is about
  content TEXT NOT NULL CHECK (content <> ''), -- what was typed, in the words of the form
  updated TEXT NOT NULL,          -- when it was typed: local time, offset, [zone]
  PRIMARY KEY (kind, night)
) STRICT, WITHOUT ROWID;

-- Reminders and sessions
