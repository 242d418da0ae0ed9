"""The format of administrative documents by Nghị định 30/2020/NĐ-CP: read, judge, mend, write. No framework inside."""
