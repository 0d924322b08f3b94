"""Numbers of persons and cases on their way out: what is so small that it points somebody out is shown by none of them.

One `Guard` answers for every number (value, value at the start, target, participants, share, before and after a change) and for
every output: report, diff, history, show, and what is prepared for the next year. It decides by group and not by number, and
over all versions that are told together; the values for women and for men are shown both or not at all. The rules VBE603–605
and VBE622 ask the same functions whether a number may be kept at all. Where it cannot be told how many a share is of, it is not
shown.
"""
