/** What is read of an element: texts that are kept, texts that Project reckons itself from others, and elements inside it. */
export type ElementSchema = {
  readonly kept: ReadonlySet<string>
  readonly derived: ReadonlySet<string>
  readonly inside: Readonly<Record<string, ElementSchema>>
}

type Written = { readonly kept?: string; readonly derived?: string; readonly inside?: ElementSchema['inside'] }

function element({ kept = '', derived = '', inside = {} }: Written): ElementSchema {
  return { kept: words(kept), derived: words(derived), inside }
}

const words = (text: string) => new Set(text.split(/\s+/).filter((word) => word !== ''))

const workingTimes = element({ inside: { WorkingTime: element({ kept: 'FromTime ToTime' }) } })
const timePeriod = element({ kept: 'FromDate ToDate' })

const calendar = element({
  kept: 'UID Name IsBaseCalendar BaseCalendarUID',
  inside: {
    WeekDays: element({
      inside: {
        WeekDay: element({
          kept: 'DayType DayWorking',
          inside: { TimePeriod: timePeriod, WorkingTimes: workingTimes },
        }),
      },
    }),
    Exceptions: element({
      inside: {
        Exception: element({
          kept: 'Name DayWorking',
          derived: 'EnteredByOccurrences Occurrences Type',
          inside: { TimePeriod: timePeriod, WorkingTimes: workingTimes },
        }),
      },
    }),
  },
})

/** What Project reckons itself from dates, links, calendars and assignments; we reckon our own. */
const reckoned = `EarlyStart EarlyFinish LateStart LateFinish StartVariance FinishVariance WorkVariance DurationVariance
  FreeSlack TotalSlack StartSlack FinishSlack Critical OverAllocated Overallocated Summary Estimated RemainingDuration
  ActualDuration PercentWorkComplete ACWP BCWS BCWP CV SV VAC CostVariance Stop Resume ResumeValid CreateDate CreationDate
  Rollup HideBar DisplayAsSummary IsPublished UpdateNeeded LinkedFields PeakUnits RegularWork RemainingWork RemainingCost
  RemainingOvertimeWork RemainingOvertimeCost ActualWorkProtected ActualOvertimeWorkProtected OutlineNumber DurationFormat
  GUID Guid CommitmentType EarnedValueMethod`

const task = element({
  kept: `UID ID Name IsNull WBS OutlineLevel Start Finish Duration Milestone PercentComplete ActualStart ActualFinish
    ConstraintType ConstraintDate Deadline Notes CalendarUID Active ExternalTask IsSubproject`,
  derived: `${reckoned} ManualStart ManualFinish ManualDuration`,
  inside: {
    PredecessorLink: element({ kept: 'PredecessorUID Type CrossProject LinkLag LagFormat' }),
    Baseline: element({ kept: 'Number Start Finish', derived: 'Duration DurationFormat EstimatedDuration Interim' }),
    ExtendedAttribute: element({ kept: 'FieldID Value' }),
  },
})

const project = element({
  kept: `SaveVersion Name Title StartDate FinishDate CalendarUID MinutesPerDay MinutesPerWeek DaysPerMonth`,
  derived: `UID CreationDate LastSaved CurrentDate ExtendedCreationDate BuildNumber Revision ActualsInSync`,
  inside: {
    ExtendedAttributes: element({ inside: { ExtendedAttribute: element({ kept: 'FieldID FieldName Alias' }) } }),
    Calendars: element({ inside: { Calendar: calendar } }),
    Tasks: element({ inside: { Task: task } }),
    Resources: element({
      inside: {
        Resource: element({ kept: 'UID ID Name Type IsNull Group', derived: `${reckoned} CanLevel CalendarUID` }),
      },
    }),
    Assignments: element({
      inside: {
        Assignment: element({ kept: 'UID TaskUID ResourceUID Units', derived: `${reckoned} Milestone Start Finish` }),
      },
    }),
  },
})

/** What is read of a Project XML file (MSPDI), by the published schema of Project 2002 to 2021. */
export const projectSchema = element({ inside: { Project: project } })
