# Copyright the Stillnight authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of stillnight-cli for bash.

_stillnight_cli ()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= i
    local verbs="log cramp list show delete undo redo factors suspects signs flags triggers medicines
                 conditions visits person settings guide backup verify sample import
                 export analyze"
    local options="--diary --help"

    for ((i = 1; i < COMP_CWORD; i++)); do
        if [[ ${COMP_WORDS[i]} == --diary ]]; then
            ((i++))
        elif [[ $verbs =~ (^|[[:space:]])${COMP_WORDS[i]}($|[[:space:]]) ]]; then
            verb=${COMP_WORDS[i]}
            break
        fi
    done

    case $before in
        --diary | --meta) COMPREPLY=($(compgen -f -- "$word")); return ;;
        --side) COMPREPLY=($(compgen -W "left right both" -- "$word")); return ;;
        --site) COMPREPLY=($(compgen -W "calf foot toes front-thigh back-thigh other" -- "$word")); return ;;
        --eased | --woke | --by-day | --arms-or-hands) COMPREPLY=($(compgen -W "yes no" -- "$word")); return ;;
        --kind) COMPREPLY=($(compgen -W "binary count scale continuous" -- "$word")); return ;;
        --reason) COMPREPLY=($(compgen -W "contacted will-contact not-applicable" -- "$word")); return ;;
        --planted) COMPREPLY=($(compgen -W "none default" -- "$word")); return ;;
    esac

    case $verb in
        "") COMPREPLY=($(compgen -W "$verbs $options --version" -- "$word")); return ;;
        log) options+=" --date --no-cramps --cramps --severity --duration --side --site --start --eased --ongoing --woke
                 --distress --relief --ended-by --soreness-h --by-day --arms-or-hands --into-bed --tried --asleep-min
                 --awakenings --awake-min --final-wake --out-of-bed --quality --rested --tired --factor --ordinary-day --note" ;;
        cramp) options+=" --end" ;;
        list) options+=" --from --to --json" ;;
        show) options+=" --date --json" ;;
        signs) options+=" --date --json list" ;;
        flags) options+=" --json --all --reason list dismiss booked seen" ;;
        suspects) options+=" --json list add remove" ;;
        triggers) options+=" --json" ;;
        guide) options+=" --search --json causes prevention relief restless-legs medicines conditions doctor differ sleep" ;;
        factors) options+=" --json --all --kind --unit add rename track untrack hide show move group usual delete" ;;
        medicines) options+=" --json --class --dose --schedule --as-needed --start --stop --date --raised --lowered --times
                 --name list show add start stop dose take edit delete classes" ;;
        conditions) options+=" --json --since --until --own-words list add end delete known" ;;
        visits) options+=" --json --date --whom --said --changed --question --asked list add delete questions ask drop" ;;
        person) options+=" --json birth-year= sex= pregnant= due= hemisphere= emergency-number=" ;;
        settings) options+=" --json day-change=" ;;
        backup) options+=" --replace" ;;
        import) options+=" --date-column --cramps-column --severity-column --factor --replace --dry-run" ;;
        export) options+=" --replace" ;;
        analyze) options+=" --json --meta" ;;
        sample) options+=" --nights --planted --seed --bad-night --json" ;;
    esac
    COMPREPLY=($(compgen -W "$options" -- "$word"))
    case $verb in
        backup | verify | import | export | analyze) [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- "$word")) ;;
    esac
}
complete -F _stillnight_cli stillnight-cli
