"""word/styles.xml and word/theme/theme1.xml: what bears font and size, by the shape (trap 1)."""

from collections import Counter
from typing import Final, TypeVar

from motcua.engines.decree30.roles.names import Role
from motcua.engines.decree30.writing.ooxml.looks import (
    Base,
    ParaLook,
    RunLook,
    fonts,
    indents,
    look_of,
    para_look,
    run_properties,
    spacing,
)
from motcua.engines.decree30.writing.shapes import FontForm
from motcua.engines.decree30.writing.sheet import FONT, Para

L = TypeVar("L", RunLook, ParaLook)
NAMES: Final[dict[Role, str]] = {
    Role.SUPERIOR: "Cơ quan chủ quản", Role.ISSUER: "Cơ quan ban hành", Role.NATIONAL_TITLE: "Quốc hiệu",
    Role.MOTTO: "Tiêu ngữ", Role.NUMBER_LINE: "Số, ký hiệu", Role.PLACE_DATE: "Địa danh, thời gian",
    Role.TYPE: "Tên loại", Role.SUBJECT: "Trích yếu", Role.LETTER_SUBJECT: "Trích yếu công văn",
    Role.ADDRESSEE: "Kính gửi", Role.AUTHORITY_LINE: "Thẩm quyền ban hành", Role.LEGAL_BASIS: "Căn cứ",
    Role.VERB_LINE: "Quyết định, quyết nghị", Role.PART: "Phần", Role.PART_TITLE: "Tên phần", Role.CHAPTER: "Chương",
    Role.CHAPTER_TITLE: "Tên chương", Role.SECTION: "Mục", Role.SECTION_TITLE: "Tên mục", Role.SUBSECTION: "Tiểu mục",
    Role.SUBSECTION_TITLE: "Tên tiểu mục", Role.HEADING: "Đề mục", Role.ARTICLE: "Điều", Role.CLAUSE: "Khoản",
    Role.POINT: "Điểm", Role.BODY: "Nội dung", Role.CAPTION: "Tên bảng", Role.TABLE_TEXT: "Chữ trong bảng",
    Role.AUTHORITY: "Quyền hạn ký", Role.TITLE: "Chức vụ", Role.OTHER_TITLE: "Chức danh khác",
    Role.SIGNER: "Họ và tên", Role.RECIPIENTS_LABEL: "Nơi nhận", Role.RECIPIENTS: "Danh sách nơi nhận",
    Role.APPENDIX: "Phụ lục", Role.APPENDIX_NAME: "Tên phụ lục", Role.APPENDIX_POINTER: "Chỉ dẫn kèm theo",
    Role.APPENDIX_BODY: "Nội dung phụ lục", Role.COPY_FORM: "Hình thức sao",
}  # fmt: skip
OUTLINE: Final = {Role.PART: 0, Role.CHAPTER: 1, Role.SECTION: 2, Role.SUBSECTION: 3, Role.HEADING: 0, Role.ARTICLE: 4,
                  Role.APPENDIX: 0}  # fmt: skip
NS: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LANGUAGE: Final = '<w:lang w:val="vi-VN" w:eastAsia="en-US" w:bidi="ar-SA"/>'
THEME_FONTS: Final = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
)


class StyleSheet:
    """Styles of one document; the clean product names one a role, in Vietnamese, of the role's commonest format."""

    def __init__(self, form: FontForm, paras: list[Para]) -> None:
        self.form = form
        common = _commonest([(look_of(run), len(run.text)) for para in paras for run in para.runs]) or RunLook(28)
        self._common = RunLook(common.size, font=FONT)
        self._bases: dict[Role, Base] = {}
        self._xml: list[str] = []
        self.plain = self._plain()
        if form is FontForm.STYLES:
            self._name(paras)

    def base(self, role: Role) -> Base:
        """What a paragraph of this role gets from its style."""
        return self._bases.get(role, self.plain)

    def _plain(self) -> Base:
        """What Normal over the document's defaults gives."""
        if self.form in {FontForm.STYLES, FontForm.DEFAULTS}:
            return Base(run=self._common)
        if self.form is FontForm.THEME:
            return Base(run=RunLook(22))
        if self.form is FontForm.RUNS_OVER_THEME:
            return Base(para=ParaLook(after=200, line=276), run=RunLook(22, font="Calibri"), font_said=True)
        if self.form is FontForm.VNTIME:
            return Base(run=RunLook(28, font=".VnTime"), font_said=True)
        return Base(font_said=True)

    def _name(self, paras: list[Para]) -> None:
        by_role: dict[Role, list[Para]] = {}
        for para in paras:
            by_role.setdefault(para.role, []).append(para)
        for number, (role, name) in enumerate(NAMES.items()):
            if role in by_role:
                self._add(f"ND30{number:02d}", role, name, by_role[role])

    def _add(self, key: str, role: Role, name: str, paras: list[Para]) -> None:
        run = _commonest([(look_of(run), len(run.text)) for para in paras for run in para.runs]) or self._common
        para = _commonest([(para_look(one), 1) for one in paras]) or ParaLook()
        self._bases[role] = Base(key, para, run)
        level = f'<w:outlineLvl w:val="{OUTLINE[role]}"/>' if role in OUTLINE else ""
        own = ("<w:keepNext/>" if para.keep_next else "") + spacing(para, ParaLook()) + indents(para, ParaLook())
        own += "<w:contextualSpacing/>" if para.contextual else ""
        own += f'<w:jc w:val="{para.align}"/>' + level
        self._xml.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}"><w:name w:val="NĐ30 {name}"/>'
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{own}</w:pPr>'
            f"<w:rPr>{run_properties(run, self.plain.run)}</w:rPr></w:style>"
        )

    def xml(self) -> str:
        """word/styles.xml."""
        defaults, paragraph, normal = self._defaults()
        return (
            f"<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}{LANGUAGE}</w:rPr></w:rPrDefault>"
            f"<w:pPrDefault>{paragraph}</w:pPrDefault></w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
            f"{normal}</w:style>"
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
            '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
            '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
            f"{''.join(self._xml)}</w:styles>"
        )

    def _defaults(self) -> tuple[str, str, str]:
        """Properties of runs and of paragraphs by default, and of Normal."""
        size = f'<w:sz w:val="{self._common.size}"/><w:szCs w:val="{self._common.size}"/>'
        if self.form is FontForm.STYLES:
            return fonts(FONT), "", f"<w:rPr>{size}</w:rPr>"
        if self.form is FontForm.DEFAULTS:
            return fonts(FONT) + size, "", ""
        if self.form is FontForm.THEME:
            return THEME_FONTS + '<w:sz w:val="22"/><w:szCs w:val="22"/>', "", ""
        if self.form is FontForm.RUNS_OVER_THEME:
            gaps = '<w:pPr><w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr>'
            return THEME_FONTS + '<w:sz w:val="22"/><w:szCs w:val="22"/>', gaps, ""
        if self.form is FontForm.VNTIME:
            return fonts(FONT), "", f'<w:rPr>{fonts(".VnTime")}<w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>'
        return fonts(FONT), "", ""

    @property
    def themed(self) -> bool:
        """Does it need a theme?"""
        return self.form in {FontForm.THEME, FontForm.RUNS_OVER_THEME}

    @property
    def vietnamese(self) -> bool:
        """Is the language of the theme vi-VN, so that its face of the script Viet goes first?"""
        return self.form is FontForm.THEME


def _commonest(weighed: list[tuple[L, int]]) -> L | None:
    counted: Counter[L] = Counter()
    for look, weight in weighed:
        counted[look] += weight + 1
    return counted.most_common(1)[0][0] if counted else None


def theme() -> str:
    """word/theme/theme1.xml: Cambria and Calibri, Times New Roman for the script Viet, as Word ships it."""
    office = "".join(
        f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f'<a:font script="Viet" typeface="{FONT}"/></a:{kind}Font>'
        for kind, latin in (("major", "Cambria"), ("minor", "Calibri"))
    )
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS)
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>'
        f'<a:clrScheme name="Office">{colors}</a:clrScheme><a:fontScheme name="Office">{office}</a:fontScheme>'
        f'<a:fmtScheme name="Office"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


_COLORS: Final = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1F497D"), ("lt2", "EEECE1"), ("accent1", "4F81BD"),
    ("accent2", "C0504D"), ("accent3", "9BBB59"), ("accent4", "8064A2"), ("accent5", "4BACC6"), ("accent6", "F79646"),
    ("hlink", "0000FF"), ("folHlink", "800080"),
)  # fmt: skip
