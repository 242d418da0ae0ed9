"""Data of dossiers and the constraints the database keeps."""

from motcua.dossiers.models.books import Counter, PaperEntry, RegisterBook
from motcua.dossiers.models.desk import Look, Run, SavedFilter
from motcua.dossiers.models.dossier import (
    WAITING,
    ApplicantKind,
    Capacity,
    Dossier,
    ResultKind,
    ReturnChannel,
    Sex,
    State,
)
from motcua.dossiers.models.messages import Message, Told
from motcua.dossiers.models.papers import (
    Attachment,
    Blob,
    FeeKind,
    PaperHandedIn,
    Payment,
    ReturnRecord,
    ReturnWay,
    Slip,
)
from motcua.dossiers.models.work import Apology, DueChange, Outcome, Pause, Supplement, Task, Verification

__all__ = [
    "WAITING",
    "Apology", "ApplicantKind", "Attachment", "Blob", "Capacity", "Counter", "Dossier", "DueChange", "FeeKind", "Look",
    "Message", "Outcome", "PaperEntry", "PaperHandedIn", "Pause", "Payment", "RegisterBook", "ResultKind",
    "ReturnChannel", "ReturnRecord", "ReturnWay", "Run", "SavedFilter", "Sex", "Slip", "State", "Supplement", "Task",
    "Told", "Verification",
]  # fmt: skip
