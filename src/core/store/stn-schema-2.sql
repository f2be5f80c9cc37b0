-- Copyright the Stillnight authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema version 2 adds what is known of the person: medicines, conditions, signs, visits; and what the program must
-- remember for them: drafts, flags dealt with, sessions of stretching.

-- Records: medicines, conditions, visits

-- Signs and flags

-- What was shown of the knowledge

-- Entry: factors' groups, drafts, a running cramp

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
