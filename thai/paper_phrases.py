"""The phrases of official papers, as provinces print them; documents/papers drafts sections from them.

Sources: LO = Loei 2564, LP = Lampang 2560, PB = Phetchaburi 2564; the number is the section. Names of diseases, years
and bodies are left out or filled in, because they change.
"""

# ruff: noqa: E501  a phrase is one line, as it is printed in one breath
from rules.cause import Cause

# Why work was late: LO 4, LP 5, LP 6.2-3.
PROBLEMS = {
    Cause.EPIDEMIC: "สถานการณ์การแพร่ระบาดของโรคติดต่อ เป็นสาเหตุทำให้กิจกรรมบางกิจกรรมต้องชะลอหรือหยุดชะงัก ไม่สามารถดำเนินการตามโครงการฯ ได้",
    Cause.CONTRACTOR_LATE: "ผู้รับจ้างทำงานล่าช้ากว่าแผน ทำให้ไม่เป็นไปตามแผนที่กำหนดไว้ในสัญญา",
    Cause.STAFF_TURNOVER: "บางหน่วยงานมีภารกิจเร่งด่วน อีกทั้งยังมีการโยกย้ายข้าราชการ (จนท. พัสดุ/การเงิน) จึงทำให้การดำเนินการดังกล่าวล่าช้า",
    Cause.LARGE_MULTI_YEAR: "บางโครงการเป็นโครงการขนาดใหญ่ มีงบประมาณจำนวนมากและมีสัญญาเกินปีงบประมาณ แม้จะดำเนินการเป็นไปตามแผนฯ แต่ก็ส่งผลกระทบต่อร้อยละการเบิกจ่ายของจังหวัด",
    Cause.SITE_NOT_READY: "ขาดความพร้อมของพื้นที่ดำเนินการ ต้องขออนุมัติการใช้พื้นที่จากหน่วยงานรับผิดชอบ",
    Cause.DUPLICATE_FUNDING: "โครงการมีความซ้ำซ้อน ได้รับงบประมาณจากแหล่งงบประมาณอื่นแล้ว",
    Cause.REBID: "มีการจัดซื้อจัดจ้างหลายครั้ง เนื่องจากราคากลางสูงกว่างบประมาณที่ได้รับอนุมัติ ไม่มีผู้ยื่นเสนอราคา หรือยื่นแค่รายเดียว เป็นต้น",
    Cause.EBIDDING_TIME: "โครงการที่ต้องใช้วิธีประกวดราคาอิเล็กทรอนิกส์ (e-bidding) ใช้เวลาการดำเนินการค่อนข้างมาก",
    Cause.DESIGN_CHANGE: "การปรับปรุงแบบรายการ/รายละเอียดโครงการให้เหมาะสมกับการดำเนินงาน",
    Cause.NOT_TO_SPEC: "ครุภัณฑ์/งานไม่ตรงตามแบบ",
    Cause.WEATHER_DISASTER: "ปัญหาภัยธรรมชาติ/ฤดูกาล",
    Cause.PROCUREMENT_SKILL: "บุคลากรขาดประสบการณ์ในการดำเนินการจัดซื้อจัดจ้างตามระเบียบพัสดุ เช่น การกำหนดคุณลักษณะและราคากลาง เป็นต้น",
    Cause.CHANGE_APPROVAL_WAIT: "การเปลี่ยนแปลงโครงการต้องรอผลการพิจารณาจาก {subcommittee} และต้องทำความเข้าใจกับ{budget_bureau}อีกขั้นตอนหนึ่ง ซึ่งใช้ระยะเวลาพอควร",
    Cause.REPORTING_FAILURE: "หน่วยดำเนินงานไม่รายงานข้อมูลความคืบหน้าการดำเนินโครงการ หรือบันทึกข้อมูลผิดพลาด ไม่เป็นปัจจุบัน",
}

# What is done about it: LO 5, PB, LP 6.1 and 6.2. Where no source names anything, nothing is made up.
COUNTERMEASURES = {
    Cause.EPIDEMIC: "การดำเนินโครงการ ต้องอยู่ภายใต้มาตรฐานของกระทรวงสาธารณสุขและประกาศของจังหวัดในการป้องกันการแพร่ระบาดของโรคติดต่อเป็นสำคัญ",
    Cause.CONTRACTOR_LATE: "นายช่างผู้ควบคุมงานควรเร่งรัดให้ผู้รับจ้างดำเนินงานตามแผนและงวดงานที่กำหนดไว้ตามสัญญา",
    Cause.STAFF_TURNOVER: "จัดหน่วยเคลื่อนที่เร็วเพื่อให้คำชี้แนะปรึกษาหารือ และร่วมแก้ไขปัญหาไปยังหน่วยงานหรืออำเภอต่าง ๆ",
    Cause.LARGE_MULTI_YEAR: "เร่งรัดการก่อหนี้ผูกพันกรณีงบลงทุนที่มีวงเงินสูง กำหนดให้มีการเบิกจ่ายเงินล่วงหน้า 15 % และแบ่งงวดงานหลายงวดให้สามารถเบิกจ่ายได้ตามไตรมาสที่กำหนด",
    Cause.SITE_NOT_READY: "ตรวจสอบความพร้อมของพื้นที่ดำเนินการล่วงหน้าก่อนพิจารณาเรียงลำดับความสำคัญของโครงการ",
    Cause.DUPLICATE_FUNDING: "ให้ความสำคัญกับแผนพัฒนาจังหวัดเป็นลำดับแรก และดำเนินการขอโอนเปลี่ยนแปลงงบประมาณ",
    Cause.REBID: "จัดทำปฏิทินและกรอบการดำเนินงานล่วงหน้าก่อนเริ่มปีงบประมาณ เพื่อให้ส่วนราชการที่ได้รับจัดสรรงบประมาณเตรียมกระบวนการจัดซื้อจัดจ้าง",
    Cause.EBIDDING_TIME: "หาผู้รับจ้างไว้ล่วงหน้า และก่อหนี้ผูกพันเมื่อพระราชบัญญัติงบประมาณรายจ่ายประจำปีมีผลบังคับใช้",
    Cause.DESIGN_CHANGE: "จัดส่งรายละเอียดโครงการให้หน่วยงานที่มีความชำนาญเฉพาะด้านตรวจสอบรูปแบบรายการล่วงหน้า",
    Cause.PROCUREMENT_SKILL: "จัดประชุมชี้แจง/ฝึกอบรม ให้ความรู้เรื่องระเบียบพัสดุและระเบียบที่เกี่ยวข้องแก่หัวหน้าส่วนราชการและเจ้าหน้าที่พัสดุ",
    Cause.CHANGE_APPROVAL_WAIT: "กำหนดระยะเวลาของการเสนอในการขอโอนเปลี่ยนแปลงให้ชัดเจนว่าจะมีการพิจารณาเมื่อใด และแจ้งให้ส่วนราชการทราบ",
    Cause.REPORTING_FAILURE: "แจ้งให้ส่วนราชการที่ได้รับงบประมาณรายงานผลการดำเนินงานทุกวันที่ 10 ของเดือน จนกว่าจะดำเนินการเบิกจ่ายแล้วเสร็จ",
}

# What the province asks of others: LO 6.1, LO 6.2, LO 7.
AREA_PROPOSALS = {
    Cause.STAFF_TURNOVER: "เพิ่มบุคลากรงานด้านพัสดุและการเงิน เพื่อรองรับสำหรับหน่วยงานที่ได้รับงบประมาณจังหวัด",
    Cause.DUPLICATE_FUNDING: "การบูรณาการแผนงานโครงการและงบประมาณ ระหว่างกระทรวง กรม (งบปกติ) และจังหวัด (งบจังหวัด/กลุ่มจังหวัด) ยังไม่มีประสิทธิภาพเท่าที่ควร",
}
POLICY_PROPOSALS = {
    Cause.REPORTING_FAILURE: "แบบฟอร์มการรายงานการติดตาม/ผลการดำเนินโครงการ ที่ส่งมาจากส่วนกลาง ควรมีขั้นตอนที่ชัดเจน และเป็นไปในทิศทางเดียวกัน",
    Cause.DUPLICATE_FUNDING: "ให้กระทรวง กรม ให้ความสำคัญกับแผนพัฒนาจังหวัด เพื่อให้สามารถตอบสนองความต้องการของประชาชนในพื้นที่อย่างแท้จริง",
}
OVERALL_PROPOSALS = {
    Cause.CHANGE_APPROVAL_WAIT: "การเปลี่ยนแปลงโครงการ/กิจกรรมที่ไม่สามารถดำเนินงานได้ ควรให้เป็นอำนาจของ{council} ในการพิจารณาและเสนอ {subcommittee} เพื่อโปรดทราบ ทั้งนี้ เพื่อไม่ให้เกิดความล่าช้าในการดำเนินโครงการฯ",
}

# How many activities reported a cause, and which; what somebody wrote in their own words.
COUNTED = "{phrase} (รายงาน {count} กิจกรรม: ลำดับที่ {numbers})"
IN_OWN_WORDS = "{words} (กิจกรรมลำดับที่ {numbers})"
NOT_REPORTED = "ยังไม่มีรายงาน"
ACTIVITY = "กิจกรรม : {name}"

# Names that papers use and that change with the law: an office's own setting goes before these.
NAMES = {
    "law": "มาตรา 34",
    "decree": "พระราชกฤษฎีกาว่าด้วยการบริหารงานจังหวัดและกลุ่มจังหวัดแบบบูรณาการ พ.ศ. 2551",
    "region": "",
    "coordinator": "สปน.",
    "committee": "ก.น.จ.",
    "subcommittee": "อ.ก.บ.ภ.",
    "council": "คณะกรรมการบริหารงานจังหวัดแบบบูรณาการ (ก.บ.จ.)",
    "budget_bureau": "สำนักงบประมาณ",
    "programme": "แผนงานยุทธศาสตร์ส่งเสริมการพัฒนาจังหวัดและกลุ่มจังหวัดแบบบูรณาการ",
    "procurement": "going",  # not printed: the row of Section 34 in which procurement counts, going or not_begun
    "licence": "Creative Commons Attribution 4.0 International (CC BY 4.0)",  # of open data; our choice
    "kpi_level": "",  # of KPI form 3.1.2: the level reached, 1 to 5, as the office judges
    "kpi_weight": "4",  # percent
    "letter_prefix": "",  # of the numbers of outgoing letters, such as พบ 0017.2/; the clerk adds the number
    "signer": "",
    "position": "",
    "phone": "",
    "email": "",
}

# Lampang 2560: sections 1, 2 and 6.
NO_ISSUE = "ไม่ระบุประเด็นยุทธศาสตร์"
CLASSES = {"overall": "ภาพรวม", "recurrent": "รายจ่ายประจำ", "investment": "รายจ่ายลงทุน"}
STEPS = (
    "การขออนุมัติโครงการ",
    "การดำเนินการตามระเบียบพัสดุ",
    "การกำกับ/ติดตามผล",
    "การประเมินผล",
)
# The step of work (from 1) at which a cause is met.
STEP_OF_CAUSE = {
    Cause.SITE_NOT_READY: 1,
    Cause.DUPLICATE_FUNDING: 1,
    Cause.DESIGN_CHANGE: 1,
    Cause.CHANGE_APPROVAL_WAIT: 1,
    Cause.REBID: 2,
    Cause.EBIDDING_TIME: 2,
    Cause.PROCUREMENT_SKILL: 2,
    Cause.STAFF_TURNOVER: 3,
    Cause.CONTRACTOR_LATE: 3,
    Cause.LARGE_MULTI_YEAR: 3,
    Cause.REPORTING_FAILURE: 3,
    Cause.EPIDEMIC: 3,
}
