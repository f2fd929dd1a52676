namespace Switchhook.Acd.Figures;

/// <summary>How a figure is counted, in words that a report prints beside it.</summary>
/// <param name="Name">The figure.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Unit">What its number counts.</param>
/// <param name="Words">The formula, with the parameters in force.</param>
/// <param name="Version">The version of the formulas it was counted by.</param>
public sealed record FigureFormula(FigureName Name, string Label, FigureUnit Unit, string Words, string Version)
{
    /// <summary>All figures, in the order of reports.</summary>
    public static IReadOnlyList<FigureFormula> All(FigureRules rules) => [.. Enum.GetValues<FigureName>().Select(name => Of(name, rules))];

    /// <summary>The formula of one figure under some rules.</summary>
    public static FigureFormula Of(FigureName name, FigureRules rules)
    {
        var formula = Find(name, rules);
        return new FigureFormula(name, formula.Label, formula.Unit, formula.Words, rules.Version);
    }

    /// <summary>The figure that a service level's formula is shown as.</summary>
    internal static FigureName NameOf(ServiceLevelFormula formula) => formula switch
    {
        ServiceLevelFormula.OfOffered => FigureName.ServiceLevelOfOffered,
        ServiceLevelFormula.OfAnswered => FigureName.ServiceLevelOfAnswered,
        ServiceLevelFormula.AbandonsForgiven => FigureName.ServiceLevelAbandonsForgiven,
        ServiceLevelFormula.AbandonsLeftOut => FigureName.ServiceLevelAbandonsLeftOut,
    };

    private static (string Label, FigureUnit Unit, string Words) Find(FigureName name, FigureRules rules) =>
        OfCounts(name, rules) ?? OfRates(name, rules) ?? OfTimes(name) ?? OfSurveys(name) ?? OfAgentsAndLines(name);

    private static (string Label, FigureUnit Unit, string Words)? OfCounts(FigureName name, FigureRules rules)
    {
        var (inTime, atOnce) = (Seconds(rules.AnswerWithin), Seconds(rules.ShortAbandon));
        (string Label, string Words)? counted = name switch
        {
            FigureName.Offered => ("Offered", "visits that entered the queue in the period; a ticket that comes back is not offered again"),
            FigureName.Answered => ("Answered", "offered visits that were connected with an agent who could be heard"),
            FigureName.AnsweredInTime => ("Answered in time", $"answered after a wait of at most {inTime}"),
            FigureName.Abandoned => ("Abandoned", $"offered, and hung up before an answer after more than {atOnce}"),
            FigureName.AbandonedInTime => ("Abandoned in time", $"abandoned after a wait of at most {inTime}"),
            FigureName.ShortAbandoned => ("Short abandons", rules.ShortAbandon > TimeSpan.Zero
                ? $"offered, and hung up before an answer within {atOnce}"
                : "switched off: every hang-up before an answer is abandoned"),
            FigureName.CallbackRequested => ("Callbacks requested", "offered, and asked to be called instead of waiting"),
            FigureName.MessageLeft => ("Messages left", "offered, and left a message instead of waiting"),
            FigureName.ExitKey => ("Left by key", "offered, and left the queue by a key"),
            FigureName.Overflowed => ("Overflowed", "offered, and sent elsewhere because the wait was too long"),
            FigureName.TurnedAway => ("Turned away", "offered, and not let in: full, closed or nobody there"),
            FigureName.BoxStopped => ("Lost by a stop", "offered, and ended because the box stopped"),
            FigureName.Waiting => ("Waiting", "offered, and neither answered nor gone"),
            FigureName.Returned => ("Returned", "visits of tickets that came back to the queue"),
            FigureName.Handled => (
                "Handled", "visits that were answered; those of tickets that came back, calls back and messages heard among them"),
            FigureName.Withheld => ("Withheld numbers", "offered calls without a number"),
            FigureName.Unreached => (
                "Callers not reached",
                "offered calls with a number, short abandons left out, whose caller was neither answered nor called back within 1 h"),
            FigureName.Offers => (
                "Offers", "times that work rang at an agent in the period; not those that still ring, or that could not ring"),
            FigureName.WaitingNow => ("Waiting now", "visits in the queue at the moment"),
            _ => null,
        };
        return counted is { } it ? (it.Label, FigureUnit.Count, it.Words) : null;
    }

    private static (string Label, FigureUnit Unit, string Words)? OfRates(FigureName name, FigureRules rules)
    {
        var inTime = Seconds(rules.AnswerWithin);
        (string Label, string Words)? share = name switch
        {
            FigureName.AbandonmentRate => ("Abandonment rate", "abandoned / (offered − short abandons)"),
            FigureName.ServiceLevel => OfRates(NameOf(rules.ServiceLevel), rules) is { } chosen ? ("Service level", chosen.Words) : null,
            FigureName.ServiceLevelOfOffered => (
                "Service level A (of offered)",
                $"answered within {inTime} / (offered − short abandons − still waiting within {inTime})"),
            FigureName.ServiceLevelOfAnswered => ("Service level B (of answered)", $"answered within {inTime} / answered"),
            FigureName.ServiceLevelAbandonsForgiven => (
                "Service level C (abandons in time forgiven)",
                $"(answered within {inTime} + abandoned within {inTime}) / (answered + abandoned)"),
            FigureName.ServiceLevelAbandonsLeftOut => (
                "Service level D (abandons in time left out)",
                $"answered within {inTime} / (offered − short abandons − abandoned within {inTime} − still waiting within {inTime})"),
            FigureName.TransferRate => ("Transfer rate", "handled and passed on / handled"),
            FigureName.ConferenceRate => ("Conference rate", "handled and joined by a third party / handled"),
            FigureName.FirstContactResolution => (
                "First-contact resolution",
                $"answered with number and disposition, and so far no new call of that number with that disposition within "
                + $"{rules.FirstContactDays} days / answered with number and disposition"),
            FigureName.RepeatCallers => (
                "Repeat callers", "numbers with a call within 24 h after another of theirs / numbers; withheld numbers are left out"),
            FigureName.Reachability => (
                "Reachability",
                "numbers of whose calls each was followed by an answer or a call back within 1 h / numbers; "
                + "withheld numbers, short abandons and hours not yet over are left out"),
            FigureName.CallbackKept => (
                "Callbacks kept", "called back within the promise / callbacks requested, those left out whose promise still runs"),
            _ => null,
        };
        return share is { } it ? (it.Label, FigureUnit.Share, it.Words) : null;
    }

    private static (string Label, FigureUnit Unit, string Words)? OfTimes(FigureName name)
    {
        (string Label, string Words)? time = name switch
        {
            FigureName.AverageSpeedOfAnswer => ("Average speed of answer", "Σ waits of the answered / answered"),
            FigureName.MeanWait => ("Mean wait of all", "Σ waits / waits, of offered visits whose wait is over; not of those turned away"),
            FigureName.Wait90 => ("90th percentile of waits", "the shortest wait that is not exceeded by 90 % of the waits that are over"),
            FigureName.LongestWait => ("Longest wait", "the longest wait of an offered visit, those still waiting among them"),
            FigureName.AverageHandleTime => (
                "Average handling time", "Σ (talk + hold + wrap-up) / handled visits whose talk is over; ringing is not included"),
            FigureName.AverageTalk => ("Average talk", "Σ (end of talk − answer − hold) / handled visits whose talk is over"),
            FigureName.AverageHold => ("Average hold", "Σ hold / handled visits whose talk is over"),
            FigureName.AverageWrapUp => ("Average wrap-up", "Σ (end of wrap-up − end of talk) / handled visits whose talk is over"),
            FigureName.LoggedIn => ("Logged in", "time in any state but logged out"),
            FigureName.LongestWaitNow => ("Longest wait now", "the moment − entry of the visit that waits longest"),
            _ => null,
        };
        return time is { } it ? (it.Label, FigureUnit.Seconds, it.Words) : null;
    }

    private static (string Label, FigureUnit Unit, string Words)? OfSurveys(FigureName name) => name switch
    {
        FigureName.SurveyAsked => (
            "Asked in a survey", FigureUnit.Count, "callers who were asked the questions of the survey in the period"),
        FigureName.SurveyAnswered => (
            "Answered a survey", FigureUnit.Count, "asked in a survey, and answered at least one question"),
        FigureName.SurveyResponse => ("Response rate", FigureUnit.Share, "answered a survey / asked in a survey"),
        FigureName.QuestionAnswers => ("Answers", FigureUnit.Count, "keys pressed that answer the question"),
        FigureName.QuestionMean => ("Mean of the keys", FigureUnit.Points, "Σ digits of the keys pressed / answers"),
        FigureName.QuestionTopBox => (
            "Best answer",
            FigureUnit.Share,
            "answers by the highest key / answers; only of a scale: three or more digits without a gap"),
        _ => null,
    };

    private static (string Label, FigureUnit Unit, string Words) OfAgentsAndLines(FigureName name) => name switch
    {
        FigureName.Occupancy => (
            "Occupancy",
            FigureUnit.Share,
            "time talking, holding, wrapping up or ringing / (logged in − paused); a time in two queues counts once"),
        FigureName.Utilisation => (
            "Utilisation", FigureUnit.Share, "time talking, holding, wrapping up or ringing / logged in; a time in two queues counts once"),
        FigureName.Availability => ("Availability", FigureUnit.Share, "(logged in − paused) / logged in"),
        FigureName.RonaRate => ("Rang out", FigureUnit.Share, "offers that rang without an answer / offers"),
        FigureName.LineBlocking => (
            "All lines busy", FigureUnit.Share, "time with every line busy / time; callers who heard busy at the exchange cannot be seen"),
        FigureName.CarriedTraffic => ("Carried traffic", FigureUnit.Erlangs, "Σ busy time of all lines / time"),
        FigureName.CostPerContact => ("Cost per contact", FigureUnit.Money, "(agents' hours × rate + cost of lines) / handled"),
        FigureName.ForecastError => ("Forecast error", FigureUnit.Share, "(actual − forecast) / forecast, per half hour"),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "This figure has no formula."),
    };

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");
}
