/** A plan as Microsoft Project saves it: a phase with two tasks and a link, an entity, two resources and things that we do not keep. */
export function projectXml(title: string) {
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project"><Title>${title}</Title><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><WeekDays/></Calendar></Calendars>
<Tasks>
<Task><UID>0</UID><Name>${title}</Name><OutlineLevel>0</OutlineLevel></Task>
<Task><UID>1</UID><Name>前期</Name><OutlineLevel>1</OutlineLevel><Start>2027-03-01T08:00:00</Start><Finish>2027-03-26T17:00:00</Finish></Task>
<Task><UID>2</UID><Name>勘察 &amp; 设计</Name><OutlineLevel>2</OutlineLevel><Start>2027-03-01T08:00:00</Start><Finish>2027-03-12T17:00:00</Finish><Cost>90000</Cost></Task>
<Task><UID>3</UID><Name>监理招标</Name><OutlineLevel>2</OutlineLevel><Start>2027-03-15T08:00:00</Start><Finish>2027-03-26T17:00:00</Finish>
<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>
</Tasks>
<Resources><Resource><UID>1</UID><Name>交通运输局</Name><Type>1</Type></Resource><Resource><UID>2</UID><Name>外聘监理</Name><Type>1</Type></Resource></Resources>
<Assignments><Assignment><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>
<Assignment><TaskUID>3</TaskUID><ResourceUID>2</ResourceUID><Units>1</Units></Assignment></Assignments></Project>`
  return { name: `${title}.xml`, mimeType: 'text/xml', buffer: Buffer.from(text) }
}
