"""The boards' answers in a workbook: out (`content`, `workbook`) and back in (`cells`, `answers`, `intake`).

`columns` says what stands where; both ways read it. The workbook is Swedish, as the report is.
"""
