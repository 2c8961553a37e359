"""Cases that have everything that their papers tell, and a day on which the papers are made."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from gridapp.domain.case import Case, Closing
from gridapp.domain.dispute import AgreementForm, Dispute, Mode, Outcome
from gridapp.domain.hazard import Hazard
from gridapp.domain.identity import case_id_at
from gridapp.domain.kind import Kind
from gridapp.domain.mediation import Purpose, Session, Term
from gridapp.domain.move import Move
from gridapp.domain.notice import Notice
from gridapp.domain.party import Party, PartyKind, Side
from gridapp.domain.place import Place
from gridapp.domain.recheck import Recheck, RecheckResult
from gridapp.domain.reply import Reply, ReplyStage
from gridapp.domain.status import Status
from gridapp.domain.step import Step
from gridapp.ports import Office
from tests.gridapp.bare_cases import bare
from tests.gridapp.small_office import save
from tests.offices import TOWN, at, clock_from

MADE = clock_from(at(2018, 3, 20, 9))
GIVEN = {
    "各方责任": "演示：乙方倒车疏忽，承担全部责任。",
    "履行方式": "演示：转账支付",
    "履行地点": "演示：桐川村村委会",
    "履行期限": "2018年1月31日前",
    "法院": "演示人民法院",
    "调查情况": "演示：村道破损约30米",
    "受托人情况": "演示：男，住演示路2号",
}
PLAINTIFF = Party(
    side=Side.A,
    name="演示李䶮",
    sex="女",
    nation="汉族",
    born_on=date(1970, 1, 1),
    paper="居民身份证",
    paper_number="110101197001010046",
    occupation="务农",
    address="桐川村演示路1号",
    phone="13900000001",
)
FIRM = Party(
    side=Side.B,
    kind=PartyKind.COMPANY,
    name="演示建材有限公司",
    paper="统一社会信用代码",
    paper_number="91990000MA00000000",
    legal_representative="演示王五",
    phone="13900000002",
    agent="演示赵六",
    authority="特别授权",
)
_BY: dict[str, Any] = {"agreement": 1, "who": "乙方", "receipt": "演示收条"}
FENCE = Term(**_BY, what="修复围墙", due_at=at(2018, 2, 1), performed_at=at(2018, 1, 31, 9))
PAYMENT = Term(**_BY, what="支付赔偿款", amount=Decimal(1500), due_at=at(2018, 1, 16), performed_at=at(2018, 1, 15, 9))
_MEETINGS = (
    Session(
        purpose=Purpose.INQUIRY,
        held_at=at(2018, 1, 5, 9),
        place="演示现场",
        mediators=("演示调解员",),
        present="演示证人",
        record="问：演示？\n答：演示。",
    ),
    Session(
        purpose=Purpose.MEDIATION,
        held_at=at(2018, 1, 10, 14, 30),
        place="桐川村调委会",
        mediators=("演示调解员",),
        record="甲方陈述：演示。\n乙方陈述：演示。",
        result="达成协议",
    ),
    Session(
        purpose=Purpose.REVISIT,
        held_at=at(2018, 2, 12, 10),
        place="电话",
        mediators=("演示调解员",),
        record="演示：赔偿款已经收到。",
        result="满意",
    ),
)


def _step(move: Move, status: Status, text: str, **fields: Any) -> Step:
    return Step(move=move, at=at(2018, 1, 8, 9), person="演示经办人", status=status, text=text, **fields)


def mediated(**fields: Any) -> Dispute:
    """A dispute that was applied for, accepted and mediated, and is not ended."""
    told: dict[str, Any] = {
        "title": "演示围墙损害赔偿纠纷",
        "source": "依申请",
        "accepted_at": at(2018, 1, 4, 9),
        "unit": "桐川村人民调解委员会",
        "handler": "演示调解员",
        "mode": Mode.PEOPLE,
        "informed": "书面",
        "note": "演示：2018年1月2日，乙方货车碰塌甲方围墙。",
        "demand": "演示：修复围墙，赔偿误工损失。",
        "people": 2,
        "amount": Decimal(12000),
        "parties": (PLAINTIFF, FIRM),
        "sessions": _MEETINGS,
        "mediation_type": "损害赔偿纠纷",
        "status": Status.MEDIATING,
    }
    case = bare(Kind.DISPUTE, **(told | fields))
    assert isinstance(case, Dispute)
    return case


def ended(outcome: Outcome, form: AgreementForm, **fields: Any) -> Dispute:
    """A dispute that has come to an end."""
    number = {AgreementForm.WRITTEN: "（2018）人调字第1号", AgreementForm.ORAL: "（2018）人调口字第1号"}.get(form)
    result = "演示：乙方修复围墙并赔偿1500元。"
    if outcome is Outcome.FAILED:
        result = "当事人拒绝或者放弃调解；演示：数额不能一致。"
    closing = Closing(closed_at=at(2018, 1, 10, 16), outcome=outcome, form=form, number=number, result=result)
    return mediated(**({"closings": (closing,), "status": outcome.status} | fields))


def agreed(**fields: Any) -> Dispute:
    """A dispute with a written agreement of two things, which were performed."""
    told: dict[str, Any] = {"terms": (FENCE, PAYMENT), "status": Status.PERFORMED}
    return ended(Outcome.SUCCEEDED, AgreementForm.WRITTEN, **(told | fields))


def performing() -> Dispute:
    """The same while one of the two is still to be performed."""
    return agreed(terms=(replace(FENCE, performed_at=None, receipt=None), PAYMENT), status=Status.PERFORMING)


def orally_agreed() -> Dispute:
    """A dispute that was settled by an oral agreement."""
    return ended(Outcome.SUCCEEDED, AgreementForm.ORAL)


def failed() -> Dispute:
    """A dispute whose mediation came to nothing, and that was handed over before that."""
    moved = _step(Move.HAND_OVER, Status.ACCEPTED, "改为司法调解；演示", unit="演示司法所")
    return ended(Outcome.FAILED, AgreementForm.NONE, steps=(moved,))


def handled_event() -> Case:
    """An event that was assigned, supervised and passed on to the county."""
    told: dict[str, Any] = {
        "title": "演示路面积水",
        "reporter": "演示网格员",
        "phone": "13900000003",
        "note": "演示：积水约20平方米。",
        "source": "巡查走访",
        "address": "演示路口",
        "due_at": at(2018, 1, 11),
        "unit": "演示中队",
        "status": Status.ESCALATED,
    }
    steps = (
        _step(Move.ASSIGN, Status.ASSIGNED, "演示：请疏通", unit="演示中队", handler="演示队员"),
        _step(Move.ASSIST, Status.ASSIGNED, "", unit="演示村委会"),
        _step(Move.SUPERVISE, Status.PROCESSING, "演示：请抓紧", grade="黄牌督办"),
        _step(Move.GRANT_ESCALATION, Status.ESCALATED, "演示：属县管道路", unit="演示县局", approver="演示镇长"),
    )
    return bare(Kind.EVENT, **told, steps=steps)


def answered_petition() -> Case:
    """A petition of which everything was decided once, as no real one is."""
    told: dict[str, Any] = {
        "title": "演示要求修复村道",
        "source": "来访",
        "petitioner": "演示孙九",
        "phone": "13900000004",
        "demand": "演示：村道破损，要求修复。",
        "unit": "演示村建办",
        "accepted_at": at(2018, 1, 8, 9),
        "due_at": at(2018, 2, 7),
        "status": Status.REPLIED,
    }
    steps = (
        _step(Move.ACCEPT, Status.ACCEPTED, "书面告知信访人", unit="演示村建办"),
        _step(Move.ASSIGN, Status.PROCESSING, "演示：请查看", unit="演示村建办", until=at(2018, 2, 1)),
        _step(Move.REJECT, Status.CLOSED, "演示：已进入诉讼程序；书面告知信访人"),
        _step(Move.GUIDE, Status.TRANSFERRED, "演示：属于诉讼事项", unit="演示人民法院"),
        _step(Move.URGE, Status.PROCESSING, "演示：请抓紧"),
    )
    reply = Reply(
        stage=ReplyStage.HANDLING,
        round=1,
        organ="高湖镇人民政府",
        issued_at=at(2018, 2, 5),
        verdict="支持诉求",
        text="演示：列入修复计划。",
        number="（2018）信处字第1号",
    )
    return bare(Kind.PETITION, **told, steps=steps, replies=(reply,))


PLACE = Place(
    id=case_id_at(at(2018, 1, 1), 77),
    town=TOWN,
    place_type="合用场所",
    name="演示加工点",
    address="演示路9号",
    owner="演示周八",
    phone="13900000005",
)
_OF_PLACE: dict[str, Any] = {"place": PLACE.id, "place_name": PLACE.name, "place_type": PLACE.place_type}


def ordered() -> tuple[Notice, Hazard, Hazard]:
    """A notice that orders two hazards to be mended, one of which was; the number on the list is the notice's."""
    notice = bare(
        Kind.NOTICE,
        number="高政责改〔2018〕1号",
        title="责令限期整改通知书（演示加工点）",
        category="责令限期整改通知书",
        due_at=at(2018, 1, 16),
        signers=("演示甲", "演示乙"),
        served_to="演示周八",
        status=Status.RECORDED,
        **_OF_PLACE,
    )
    told: dict[str, Any] = {
        "notice_number": notice.number,
        "due_at": notice.due_at,
        "requirement": "立即整改",
        **_OF_PLACE,
    }
    check: dict[str, Any] = {"at": at(2018, 1, 16, 9), "inspectors": ("演示甲", "演示乙"), "record": "演示"}
    mended = bare(
        Kind.HAZARD, title="演示电线未套管", rechecks=(Recheck(result=RecheckResult.PASSED, **check),), **told
    )
    open_still = bare(
        Kind.HAZARD, title="演示通道堵塞", rechecks=(Recheck(result=RecheckResult.FAILED, **check),), **told
    )
    assert isinstance(notice, Notice)
    assert isinstance(mended, Hazard)
    assert isinstance(open_still, Hazard)
    return notice, replace(mended, status=Status.TO_STRIKE_OFF), replace(open_still, status=Status.UNRECTIFIED)


def put_on_file(office: Office, *cases: Case) -> UUID:
    """Puts cases on file as they are; the first one's id."""
    with office.cases.transaction() as writer:
        writer.places(TOWN, [PLACE])
    save(office, cases)
    return cases[0].id
