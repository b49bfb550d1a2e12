"""Which letters can be a Vietnamese syllable."""

from __future__ import annotations

_RHYMES = frozenset(
    (
        "a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu "
        "i ia ich iec iem ien ieng iep iet ieu im in inh ip it iu "
        "o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong op ot "
        "u ua uan uang uat uay uc ue uech uenh ueu ui um un ung uo uoc uoi uom uon uong uop uot "
        "uou up ut uu uy uya uych uyen uyet uyn uynh uyp uyt uyu"
    ).split()
)
_Y_RHYMES = frozenset(("y", "yem", "yen", "yeng", "yet", "yeu"))
_QU_RHYMES = frozenset(
    (
        "a ac ach ai am an ang anh ao ap at au ay ang e ec en eo et eu ech enh i in inh it ich "
        "o oc oi on ot y yen yet ynh yt yu ych"
    ).split()
)
# xoong and goòng only: elsewhere "oo" is the Telex key for ô ("khoong" is "không").
_LONG_O = frozenset(("xoong", "goong", "xooc"))
_ONSETS = (
    *("ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"),
    *("b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
_ONSETS_OF = {
    letter: tuple(onset for onset in _ONSETS if onset[:1] in (letter, ""))
    for letter in {onset[:1] for onset in _ONSETS}
}
# Spelling: these onsets are written before e, i and y only, those never before them.
_FRONT_ONSETS = frozenset(("k", "gh", "ngh"))
_BACK_ONSETS = frozenset(("c", "ng"))


def is_syllable(folded_word: str) -> bool:
    """Whether a folded word can be a Vietnamese syllable by its onset and rhyme.

    Lenient: it does not ask whether the syllable exists, only whether it could.
    """
    if folded_word in _LONG_O:
        return True
    for onset in _ONSETS_OF.get(folded_word[:1], ("",)):
        if not folded_word.startswith(onset):
            continue
        rhyme = folded_word[len(onset) :]
        if onset == "qu":
            if rhyme in _QU_RHYMES:
                return True
        elif not rhyme:
            if onset == "gi":
                return True
        elif onset in _FRONT_ONSETS:
            if rhyme[0] in "eiy" and (rhyme in _RHYMES or rhyme == "y"):
                return True
        elif onset in _BACK_ONSETS:
            if rhyme[0] not in "eiy" and rhyme in _RHYMES:
                return True
        elif rhyme in _RHYMES or (rhyme in _Y_RHYMES and (not onset or rhyme == "y")):
            return True
    return False


# ---------------------------------------------------------------------------------------------
# Keystrokes of Telex and VNI that no keyboard turned into letters
