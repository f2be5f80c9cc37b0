# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of stillnight-cli for bash. The program itself says what may follow.

_stillnight_cli ()
{
    local word=${COMP_WORDS[COMP_CWORD]} words=() offers i

    # "--side=left" comes as three words.
    [[ $word != = ]] || word=
    for ((i = 1; i < COMP_CWORD; i++)); do
        [[ ${COMP_WORDS[i]} == = ]] || words+=("${COMP_WORDS[i]}")
    done
    offers=$("${COMP_WORDS[0]}" --complete "${words[@]}" "$word" 2>/dev/null)
    COMPREPLY=($(compgen -W "$(sed -n 's/\t.*//p' <<<"$offers")" -- "$word"))
    if [[ $'\n'$offers$'\n' == *$'\n:files\n'* ]]; then
        compopt -o filenames
        COMPREPLY+=($(compgen -f -- "$word"))
    fi
    [[ ${#COMPREPLY[@]} != 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace
}
complete -F _stillnight_cli stillnight-cli
