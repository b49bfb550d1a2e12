"""Whether a message takes leave for now, or gives up what was begun."""

from __future__ import annotations

from bot.language.patterns import Pattern
from bot.language.text import answer_text, fold, plain_words

_WHO = r"(?:toi|tui|ba|ong|bac|co|chu|di|cau|anh|chi|minh|em|con|noi|ngoai|tao|i)"
_LATER = (
    r"(?:(?:de|thoi|hen|cho|khi nao|luc nao|chung nao|bua nao|hom nao|toi|sang|trua|chieu|ngay|bua|hom|tuan|lat|chut|ti|lan|"
    r"mai|mot|nay|sau|khac|nua|ranh|roi|khoe|xong viec|luc khac|khi khac|later|tomorrow) )+"
)
_AGAIN = (
    r"(?:(?:lam|ghi|noi|nhan|viet|hoi|tinh|coi|xem|noi chuyen) (?:tiep|lai|sau)|(?:quay|vo|vao|tro|mo) lai|"
    r"(?:go on|continue|come back))"
)
_COURTESY = r"(?: (?:nha|nhe|nghe|nghen|ha|da|day|day nha|roi|ne|luon|duoc khong|con|chau|em|a|do|cai|chut|lat|voi))*"
_AGAIN_LATER = rf"{_LATER}(?:{_WHO} )?(?:{_LATER})?(?:se |moi |minh )*{_AGAIN}{_COURTESY}"
_DEEDS = (
    r"(?:nau com|nau an|nau nuong|com nuoc|an com|an toi|an sang|an trua|an|cho|ngu|nghi|lam|lam dong|ruong|ray|vuon|bien|"
    r"hoc(?: bai)?|lam bai|cong chuyen|cong viec|viec|ra dong|tam|giat do|rua chen|chua|le|nha tho|ve|ra ngoai|tap the duc|hop|"
    r"don (?:\w+ )?(?:chau|con|nho|be)(?: \w+)?|cho (?:heo|ga|vit|bo|ca|be|chau)(?: \w+)? an|tuoi (?:cay|rau)|cung)"
)
_BUSY = (
    rf"(?:(?:gio|bay gio|gio thi|thoi|toi gio|den gio|u|da|vay|ma) )*(?:{_WHO} )?"
    rf"(?:(?:phai|xin phep|tranh thu|chay|mac|ban|lo) )*(?:di )?(?:lo )?{_DEEDS}{_COURTESY}"
)
_PUT_OFF_TO = r"(?:mai|mot|lat|lat nua|chut nua|bua khac|bua sau|hom khac|luc khac|khi khac|chieu|toi|sang mai)"
_THEN = r"(?:tinh|lam|noi|coi|ghi|dang ky|nhan|hoi|hay)"
_PUTS_OFF = Pattern(
    rf"(?:da |u )?(?:thoi (?:de )?{_PUT_OFF_TO}(?: (?:roi|hay|hang|moi))*(?: {_THEN})?|de {_PUT_OFF_TO} {_THEN}"
    rf"|{_PUT_OFF_TO} (?:roi |hay |hang )+{_THEN}"
    rf"|de (?:{_WHO} )?(?:ve )?(?:hoi|ban|tinh|suy nghi|nghi|coi|xem)(?: lai)?(?: \w+){{0,4}} (?:da|cai da|roi (?:tinh|hay|tra loi|noi))"
    rf"|de (?:{_WHO} )?(?:ve )?(?:hoi|ban|coi|xem) lai(?: \w+){{0,3}}"
    rf")(?: di)?{_COURTESY}"
)
_LEAVES = Pattern(
    rf"(?:(?:thoi|da|u|ok|vay) )*(?:{_AGAIN_LATER}(?: {_BUSY})?|{_BUSY} {_AGAIN_LATER})"
)
_OFF = Pattern(
    rf"(?:(?:thoi|gio|bay gio|toi gio|den gio) )+(?:{_WHO} )?(?:(?:phai|xin phep|tranh thu|chay|lo) )*di (?:lo )?(?!hop|le){_DEEDS}{_COURTESY}"
    rf"|{_WHO} (?:(?:phai|xin phep|tranh thu|chay|lo) )*di (?:lo )?(?!hop|le){_DEEDS} (?:da|day|cai da)(?: (?:nha|nhe|nghe|nghen|con|chau|em|a))*"
)
_MOST = 16


def takes_leave(text: str) -> bool:
    """Whether a whole message leaves for now: "mai làm tiếp nha, giờ chú đi nấu cơm"."""
    if "?" in text:
        return False
    folded = plain_words(text)
    if len(folded.split()) > _MOST:
        return False
    return bool(_LEAVES.fullmatch(folded) or _OFF.fullmatch(folded))


def puts_off(text: str) -> bool:
    """Whether a whole message leaves what is asked for later: "thôi để mai", "để mai tính".

    Where it is asked who comes, that leaves the answer open.
    """
    return _PUTS_OFF.fullmatch(plain_words(text)) is not None


_LEAVES_OUT = Pattern(
    rf"(?:thoi |da |cai nay )*(?:khoi|khong|hong|dung|ko|k)(?: can| phai| muon)? (?:ghi|noi|dien|khai)(?: (?:cai|cho|so|phan|chuyen) (?:nay|do))?{_COURTESY}"
)


def leaves_out(text: str) -> bool:
    """Whether a whole message leaves out what is asked: "khỏi ghi", "thôi khỏi nói"."""
    return _LEAVES_OUT.fullmatch(plain_words(text)) is not None


# Giving up what was begun

_TAKES_BACK = Pattern(
    r"(?:thoi|khoi|dung)(?: khong| khoi| dung)?(?: (?:gui|nhan|bao|ghi|lam|noi|doi|huy|can))?(?: nua| luon)?"
)


def takes_back(text: str) -> bool:
    """Whether a whole message gives up what was begun: "thôi không gửi nữa"."""
    typed = answer_text(text)
    return len(typed.split()) > 1 and _TAKES_BACK.fullmatch(fold(typed)) is not None


_BEGUN = r"(?:gui|nhan|bao|ghi|lam|noi|doi|can|sua|xoa|dat|goi|moi|tinh|dien|chon|hoi|dang ky|lo)"
_TAIL = r"(?:nua|luon|di|dum|giup|gium|roi|em|con|chau|anh|chi|co|chu|bac|cai nay|viec nay|cho roi)"
_GIVES_UP = Pattern(
    rf"(?:(?:thoi(?: (?:em|con|chau))? )?(?:khoi|huy(?: bo)?|dep|ngung)|thoi (?:bo|khong|hong)|bo)(?: {_BEGUN})?(?: {_TAIL})*"
    rf"|(?:khong|hong) {_BEGUN} nua(?: {_TAIL})*"
)


def gives_up(text: str) -> bool:
    """Whether a whole message wants no more of what was begun: "hủy đi", "thôi khỏi", "bỏ đi".

    Where something else can be called off, or a yes or no was asked for, it is that.
    """
    typed = answer_text(text)
    folded = fold(typed)
    if _GIVES_UP.fullmatch(folded) is None:
        return False
    if len(typed.split()) < 2 or folded.startswith("bo "):
        # "bố đi" is somebody who goes, and Khôi is somebody.
        return typed.split()[0] in ("khỏi", "bỏ")
    return True
