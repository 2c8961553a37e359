"""Why a file cannot be read (读不了的原因): one sentence each, with what the clerk can do."""

from pathlib import Path


def missing(path: Path) -> str:
    """There is no such file."""
    return f"找不到文件 {path}，请核对路径。"


def folder(path: Path) -> str:
    """A folder was chosen (文件夹)."""
    return f"{path} 是文件夹，请选择其中的台账文件。"


def forbidden(path: Path) -> str:
    """The file may not be read, or somebody holds it open."""
    return f"没有权限读取 {path.name}，或它正被别的程序占用；请关闭打开它的程序，或复制一份到自己的文件夹再导入。"


def changed(path: Path) -> str:
    """A text that somebody has written anew since it was opened."""
    return f"{path.name} 在打开以后又有改动，请重新选择这个文件再导入。"


def left_behind(path: Path) -> str:
    """A lock file (~$) that a spreadsheet program keeps beside a workbook while it is open."""
    return f"{path.name} 是表格软件打开文件时留下的临时文件，请选择不带“~$”的那个文件。"


def empty(path: Path) -> str:
    """A file of no bytes."""
    return f"{path.name} 是空文件，请核对是否导出或复制完整。"


def too_large(path: Path, most: int) -> str:
    """A file of more bytes than a ledger has; `most` is in bytes."""
    return f"{path.name} 超过 {most // 2**20} MB，不像一份台账；请分成几个文件再导入。"


def other_format(suffix: str) -> str:
    """A name that no ledger bears."""
    return f"不能读取 {suffix or '无后缀'} 文件，请另存为 .xlsx、.xls、.ods 或 .csv 后再导入。"


def document(path: Path) -> str:
    """A text document or slides that bear the name of a workbook."""
    return f"{path.name} 其实是文档，不是电子表格，请把其中的表格复制到工作簿里再导入。"


def packed_files(path: Path) -> str:
    """An archive of files (压缩包) that bears the name of a workbook."""
    return f"{path.name} 其实是压缩包，不是电子表格，请先解压再导入。"


def saved_page(path: Path) -> str:
    """A web page or another text of markup that holds no table."""
    return f"{path.name} 其实是网页或 XML，读不出表格，请用表格软件打开、另存为 .xlsx 后再导入。"


def locked(path: Path) -> str:
    """A workbook with a password (打开密码)."""
    return f"{path.name} 设有打开密码，请在表格软件里取消密码、另存后再导入。"


def cut_off(path: Path) -> str:
    """A workbook whose end is missing."""
    return f"打不开 {path.name}：文件不完整，可能没有下载或复制完，请重新取得后再导入。"


def damaged(path: Path) -> str:
    """Something that is no workbook, or no longer one."""
    return f"打不开 {path.name}：文件已损坏或不是真正的电子表格，请用表格软件打开、另存后再导入。"


def swollen(path: Path) -> str:
    """A small file that grows beyond all measure when it is unpacked (压缩炸弹)."""
    return f"{path.name} 解开后大得不正常，没有读取；请新建工作簿，只把有内容的行复制过去再导入。"


def too_much(path: Path) -> str:
    """A sheet that needs more memory than the reader may take."""
    return f"{path.name} 的内容太多，或在很远的行列里留有内容；请删去多余的行列，或分成几个文件再导入。"


def too_slow(path: Path, seconds: float) -> str:
    """A file that is not read within its time."""
    return f"{path.name} 读了 {seconds:.0f} 秒还没有读完，已停止；请分成几个文件再导入。"


def stopped(path: Path) -> str:
    """The reading was broken off (中止)."""
    return f"已停止读取 {path.name}，没有导入；需要时请重新打开文件。"


def no_sheets(path: Path) -> str:
    """A workbook that holds charts alone, or nothing."""
    return f"{path.name} 里没有工作表，请核对文件。"


def no_text(path: Path) -> str:
    """A csv file that is no text in any encoding that offices use."""
    return f"{path.name} 的文字编码无法识别，请另存为 UTF-8 编码的 CSV 后再导入。"


def open_quotation(path: Path) -> str:
    """A csv file in which a quotation mark never ends."""
    return f"{path.name} 里有没有成对的引号，读不出各列；请重新另存后再导入。"
