namespace Switchhook.Acd.Figures;

/// <summary>Every figure that the box shows. <see cref="FigureFormula"/> says how each is counted.</summary>
public enum FigureName
{
    /// <summary>Visits that came to the queue.</summary>
    Offered,

    /// <summary>Offered visits that an agent answered.</summary>
    Answered,

    /// <summary>Those answered within the time limit.</summary>
    AnsweredInTime,

    /// <summary>Callers who hung up before an answer, and not at once.</summary>
    Abandoned,

    /// <summary>Those of them who left within the time limit.</summary>
    AbandonedInTime,

    /// <summary>Callers who hung up at once.</summary>
    ShortAbandoned,

    /// <summary>Callers who asked to be called.</summary>
    CallbackRequested,

    /// <summary>Callers who left a message.</summary>
    MessageLeft,

    /// <summary>Callers who left by a key.</summary>
    ExitKey,

    /// <summary>Calls that went elsewhere after too long a wait.</summary>
    Overflowed,

    /// <summary>Calls that were not let in.</summary>
    TurnedAway,

    /// <summary>Calls that ended because the box stopped.</summary>
    BoxStopped,

    /// <summary>Visits that still wait.</summary>
    Waiting,

    /// <summary>Visits of tickets that came back; they are not offered again.</summary>
    Returned,

    /// <summary>Visits that an agent answered, returns among them.</summary>
    Handled,

    /// <summary>The share of callers lost.</summary>
    AbandonmentRate,

    /// <summary>The service level by the formula the site has chosen.</summary>
    ServiceLevel,

    /// <summary>Service level A.</summary>
    ServiceLevelOfOffered,

    /// <summary>Service level B.</summary>
    ServiceLevelOfAnswered,

    /// <summary>Service level C.</summary>
    ServiceLevelAbandonsForgiven,

    /// <summary>Service level D.</summary>
    ServiceLevelAbandonsLeftOut,

    /// <summary>Mean wait of the answered (ASA).</summary>
    AverageSpeedOfAnswer,

    /// <summary>Mean wait of all who waited.</summary>
    MeanWait,

    /// <summary>The wait that nine of ten do not exceed.</summary>
    Wait90,

    /// <summary>The longest wait.</summary>
    LongestWait,

    /// <summary>Mean work on a visit (AHT).</summary>
    AverageHandleTime,

    /// <summary>Mean talk.</summary>
    AverageTalk,

    /// <summary>Mean hold.</summary>
    AverageHold,

    /// <summary>Mean work after the talk.</summary>
    AverageWrapUp,

    /// <summary>The share passed on.</summary>
    TransferRate,

    /// <summary>The share joined by a third party.</summary>
    ConferenceRate,

    /// <summary>The share settled at the first contact.</summary>
    FirstContactResolution,

    /// <summary>The share of callers who called again.</summary>
    RepeatCallers,

    /// <summary>Calls without a number.</summary>
    Withheld,

    /// <summary>The share of callers who reached someone.</summary>
    Reachability,

    /// <summary>Calls whose caller reached nobody in time.</summary>
    Unreached,

    /// <summary>The share of promised calls that were kept.</summary>
    CallbackKept,

    /// <summary>What a contact costs.</summary>
    CostPerContact,

    /// <summary>Time logged in.</summary>
    LoggedIn,

    /// <summary>The share of working time spent on calls.</summary>
    Occupancy,

    /// <summary>The share of time logged in spent on calls.</summary>
    Utilisation,

    /// <summary>The share of time logged in without pauses.</summary>
    Availability,

    /// <summary>Times that work was offered to an agent.</summary>
    Offers,

    /// <summary>The share of offers that rang out.</summary>
    RonaRate,

    /// <summary>The share of time with every line busy.</summary>
    LineBlocking,

    /// <summary>Lines busy at once.</summary>
    CarriedTraffic,

    /// <summary>Visits that wait at the moment.</summary>
    WaitingNow,

    /// <summary>The longest wait at the moment.</summary>
    LongestWaitNow,

    /// <summary>How far a forecast was off.</summary>
    ForecastError,

    /// <summary>Callers who were asked the questions of a survey.</summary>
    SurveyAsked,

    /// <summary>Those of them who answered at least one.</summary>
    SurveyAnswered,

    /// <summary>The share of those asked who answered.</summary>
    SurveyResponse,

    /// <summary>Answers to a question.</summary>
    QuestionAnswers,

    /// <summary>The mean of the keys pressed.</summary>
    QuestionMean,

    /// <summary>The share of answers that are the best of a scale.</summary>
    QuestionTopBox,
}
