using Switchhook.Acd;
using Switchhook.Acd.Facts;
using Switchhook.Acd.Figures;
using static Switchhook.Tests.Acd.Figures.SomeFacts;

namespace Switchhook.Tests.Acd.Figures;

/// <summary>Each figure of visits by an example.</summary>
public sealed class QueueFiguresTests
{
    [Fact]
    public void One_day_has_four_service_levels()
    {
        var visits = Enumerable.Range(0, 100).Select(number => Entered(number * 60) switch
        {
            var visit when number < 70 => visit.Answered(20),
            var visit when number < 80 => visit.Answered(21),
            var visit when number < 92 => visit.Left(3),
            var visit => visit.Left(40),
        });
        var figures = Count(visits, new FigureRules { ShortAbandon = TimeSpan.Zero });

        Assert.Equal(0.700, figures.Value(FigureName.ServiceLevelOfOffered)!.Value, 12);
        Assert.Equal(0.875, figures.Value(FigureName.ServiceLevelOfAnswered)!.Value, 12);
        Assert.Equal(0.820, figures.Value(FigureName.ServiceLevelAbandonsForgiven)!.Value, 12);
        Assert.Equal(0.795, figures.Value(FigureName.ServiceLevelAbandonsLeftOut)!.Value, 3);
        Assert.Equal((100, 80, 20), (figures.Offered.Count, figures.Answered.Count, figures.Abandoned.Count));
        Assert.Empty(figures.ShortAbandoned);
        Assert.Equal(0.2, figures.Value(FigureName.AbandonmentRate));
    }

    [Theory]
    [InlineData(ServiceLevelFormula.OfOffered, 0.5)]
    [InlineData(ServiceLevelFormula.OfAnswered, 1)]
    [InlineData(ServiceLevelFormula.AbandonsForgiven, 0.5)]
    [InlineData(ServiceLevelFormula.AbandonsLeftOut, 0.5)]
    public void The_service_level_follows_the_formula_of_the_site(ServiceLevelFormula formula, double level)
    {
        var rules = new FigureRules { ServiceLevel = formula };
        var figures = Count([Entered(0).Answered(5), Entered(1).Left(30), Entered(2).Left(5)], rules);

        Assert.Equal(level, figures.ServiceLevel);
        Assert.Equal(level, figures.Value(FigureName.ServiceLevel));
        Assert.Equal("v0", Assert.Single(figures.Behind(FigureName.ServiceLevel)).Id);
    }

    [Fact]
    public void Who_hangs_up_at_once_was_not_lost_and_is_shown()
    {
        var figures = Count([Entered(0).Left(5), Entered(1).Left(5.001), Entered(2).Answered(1)]);

        Assert.Equal((1, 1), (figures.ShortAbandoned.Count, figures.Abandoned.Count));
        Assert.Equal((0.5, 0.5), (figures.Value(FigureName.AbandonmentRate), figures.ServiceLevel));
    }

    [Fact]
    public void Each_way_out_has_its_own_column_and_only_a_hang_up_is_abandonment()
    {
        var figures = Count(Enum.GetValues<VisitOutcome>()
            .Where(outcome => outcome is not (VisitOutcome.Waiting or VisitOutcome.Answered))
            .Select((outcome, number) => Entered(number).Left(30, outcome)));

        FigureName[] columns =
        [
            FigureName.Abandoned, FigureName.CallbackRequested, FigureName.MessageLeft, FigureName.ExitKey,
            FigureName.Overflowed, FigureName.TurnedAway, FigureName.BoxStopped,
        ];
        Assert.All(columns, column => Assert.Equal(1, figures.Value(column)));
        Assert.Equal(columns.Length, figures.Offered.Count);
        Assert.Equal(1.0 / 7, figures.Value(FigureName.AbandonmentRate));
        Assert.Equal(6, figures.Behind(FigureName.MeanWait).Count);
    }

    [Fact]
    public void A_ticket_that_comes_back_is_not_offered_again_and_its_work_counts()
    {
        var figures = Count([Entered(0).Left(30, VisitOutcome.ExitKey), (Entered(60) with { IsReturn = true }).Answered(10, 200, 0)]);

        Assert.Equal((1, 0, 1), (figures.Offered.Count, figures.Answered.Count, figures.Handled.Count));
        Assert.Equal((1, 0), (figures.Value(FigureName.Returned), figures.ServiceLevel));
        Assert.Equal(TimeSpan.FromSeconds(200), figures.AverageHandleTime);
    }

    [Fact]
    public void Waits_are_of_the_answered_of_all_and_of_nine_in_ten()
    {
        var visits = Enumerable.Range(1, 10).Select(number => number < 10 ? Entered(number).Answered(number) : Entered(number).Left(100));
        var figures = Count([.. visits, Entered(600), Entered(601).Left(0, VisitOutcome.TurnedAway)], asOf: 900);

        Assert.Equal(TimeSpan.FromSeconds(5), figures.AverageSpeedOfAnswer);
        Assert.Equal(TimeSpan.FromSeconds(14.5), figures.MeanWait);
        Assert.Equal(9, figures.Value(FigureName.Wait90));
        Assert.Equal(TimeSpan.FromSeconds(300), figures.LongestWait);
        Assert.Equal("v600", Assert.Single(figures.Behind(FigureName.LongestWait)).Id);
    }

    [Fact]
    public void A_call_that_waits_is_judged_when_its_time_is_over()
    {
        Visit[] visits = [Entered(0).Answered(5), Entered(100)];

        Assert.Equal((1, 1), Levels(120));
        Assert.Equal((0.5, 0.5), Levels(121));
        Assert.Equal(1, Count(visits, asOf: 121).Value(FigureName.Waiting));

        (double?, double?) Levels(double asOf)
        {
            var figures = Count(visits, asOf: asOf);
            return (figures.ServiceLevel, figures.Value(FigureName.ServiceLevelAbandonsLeftOut));
        }
    }

    [Fact]
    public void Work_on_a_call_is_talk_hold_and_wrap_up_of_the_talks_that_are_over()
    {
        var figures = Count(
        [
            Entered(0).Answered(5, 100, 20) with { Hold = TimeSpan.FromSeconds(30), Transferred = true },
            Entered(1).Answered(5, 200, 40) with { Conferenced = true },
            Entered(2).Answered(5) with { TalkEndedAt = null, WrapUpEndedAt = null },
        ]);

        Assert.Equal(
            (180, 135, 15, 30),
            (figures.Value(FigureName.AverageHandleTime), figures.Value(FigureName.AverageTalk), figures.Value(FigureName.AverageHold),
                figures.Value(FigureName.AverageWrapUp)));
        Assert.Equal((1 / 3.0, 1 / 3.0), (figures.Value(FigureName.TransferRate), figures.Value(FigureName.ConferenceRate)));
    }

    [Fact]
    public void A_clock_that_was_set_back_makes_no_time_negative()
    {
        var figures = Count([Entered(100).Answered(-50, -10, -10) with { Hold = TimeSpan.FromSeconds(5) }]);

        Assert.Equal((TimeSpan.Zero, TimeSpan.FromSeconds(5)), (figures.AverageSpeedOfAnswer, figures.AverageHandleTime));
    }

    [Fact]
    public void A_contact_is_resolved_when_the_number_does_not_call_about_the_same_again()
    {
        const double Day = 86_400;
        Visit About(double at, string caller, string? topic) =>
            Entered(at) with { Caller = caller, Disposition = topic, Call = $"c{at}" };

        var figures = Count(
        [
            About(0, "1", "fault").Answered(5),
            About(7 * Day, "1", "fault").Answered(5),
            About(1, "2", "fault").Answered(5),
            About(2 * Day, "2", "order").Answered(5),
            About(2, "3", "fault").Answered(5),
            About(3, "3", "fault").Answered(5) with { Call = "c2" },
            About(3 * Day, "4", "fault").Answered(5),
            About(4 * Day, "4", "fault").Left(60),
            About(5, "5", null).Answered(5),
        ]);

        Assert.Equal(["v1", "v2", "v3", "v172800", "v604800"], figures.Behind(FigureName.FirstContactResolution).Select(visit => visit.Id));
        Assert.Equal(5 / 7.0, figures.Value(FigureName.FirstContactResolution));
    }

    [Fact]
    public void Callers_repeat_within_a_day_and_withheld_numbers_are_left_out_and_counted()
    {
        Visit From(double at, string? caller) => Entered(at) with { Caller = caller, Call = $"c{at}" };
        var figures = Count(
        [
            From(0, "1").Left(30), From(86_400, "1").Answered(5),
            From(1, "2").Left(30), From(86_402, "2").Answered(5),
            From(2, "3").Answered(5), From(3, "3").Answered(5) with { Call = "c2" },
            From(4, null).Answered(5), From(5, null).Left(30),
            From(6, "4").Answered(5), From(7, "4") with { Kind = WorkKind.Callback },
        ]);

        Assert.Equal("v86400", Assert.Single(figures.Behind(FigureName.RepeatCallers)).Id);
        Assert.Equal((0.25, 2), (figures.Value(FigureName.RepeatCallers), figures.Value(FigureName.Withheld)));
    }

    [Fact]
    public void A_caller_is_reached_by_an_answer_or_a_call_back_within_the_hour()
    {
        Visit From(double at, string? caller) => Entered(at) with { Caller = caller };
        var figures = Count(
            [
                From(0, "1").Left(30), From(3000, "1").Answered(5),
                From(1, "2").Left(30, VisitOutcome.CallbackRequested) with { CalledBackAt = At(3601) },
                From(2, "3").Left(30, VisitOutcome.CallbackRequested) with { CalledBackAt = At(3603) },
                From(3, "4").Left(5),
                From(4, null).Left(30),
                From(9000, "5").Left(30),
                From(10, "6").Answered(0),
                From(11, "7").Left(30, VisitOutcome.CallbackRequested) with { CalledBackAt = At(9000) }, From(12, "7").Answered(5),
            ],
            asOf: 10_000);

        Assert.Equal("v2", Assert.Single(figures.Behind(FigureName.Unreached)).Id);
        Assert.Equal(["v0", "v1", "v10", "v11", "v12", "v3000"], figures.Behind(FigureName.Reachability).Select(visit => visit.Id));
        Assert.Equal(4 / 5.0, figures.Value(FigureName.Reachability));
    }

    [Fact]
    public void An_agent_who_takes_a_call_back_has_not_reached_the_caller_yet()
    {
        var asked = Entered(0).Left(30, VisitOutcome.CallbackRequested) with { Caller = "030", Call = "c" };
        var attempt = Entered(60).Answered(5) with { Caller = "030", Call = "d", Kind = WorkKind.Callback, IsReturn = true };

        Assert.Equal("v0", Assert.Single(Count([asked, attempt], asOf: 10_000).Behind(FigureName.Unreached)).Id);
        Assert.Empty(Count([asked with { CalledBackAt = At(70) }, attempt], asOf: 10_000).Behind(FigureName.Unreached));
    }

    [Fact]
    public void A_callback_is_kept_within_its_promise_and_broken_after_it()
    {
        Visit Promised(double at, double by, double? called) => Entered(at).Left(30, VisitOutcome.CallbackRequested) with
        {
            PromisedBy = At(by),
            CalledBackAt = called is { } then ? At(then) : null,
        };
        var figures = Count([Promised(0, 600, 600), Promised(1, 600, 601), Promised(2, 600, null), Promised(3, 5000, null)], asOf: 1000);

        Assert.Equal("v0", Assert.Single(figures.Behind(FigureName.CallbackKept)).Id);
        Assert.Equal((4, 1 / 3.0), (figures.Value(FigureName.CallbackRequested), figures.Value(FigureName.CallbackKept)));
    }

    [Fact]
    public void A_contact_costs_the_agents_time_and_its_part_of_the_lines()
    {
        var figures = Count([Entered(0).Answered(5), Entered(1).Answered(5), Entered(2).Left(60)]);

        Assert.Equal(30.5m, figures.CostPerContact(TimeSpan.FromHours(1.5), 34, 10));
        Assert.Null(Count([]).CostPerContact(TimeSpan.FromHours(1), 34, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => figures.CostPerContact(TimeSpan.FromHours(-1), 34, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => figures.CostPerContact(TimeSpan.Zero, -1, 10));
    }

    [Fact]
    public void Of_nothing_counts_are_none_and_rates_are_not_known()
    {
        var figures = Count([]);

        Assert.All(FigureFormula.All(new FigureRules()), formula =>
        {
            var counts = formula.Unit == FigureUnit.Count
                && formula.Name is not (FigureName.Offers or FigureName.WaitingNow or >= FigureName.SurveyAsked);
            Assert.Equal(counts ? 0 : null, figures.Value(formula.Name));
            Assert.Empty(figures.Behind(formula.Name));
        });
    }

    [Fact]
    public void Each_figure_says_its_formula_in_words_with_the_parameters_and_the_version()
    {
        var rules = new FigureRules
        {
            AnswerWithin = TimeSpan.FromSeconds(30),
            ShortAbandon = TimeSpan.FromSeconds(2.5),
            FirstContactDays = 14,
            Version = "2026-03",
            ServiceLevel = ServiceLevelFormula.AbandonsForgiven,
        };
        var all = FigureFormula.All(rules);

        Assert.Equal(Enum.GetValues<FigureName>(), all.Select(formula => formula.Name));
        Assert.All(all, formula => Assert.Equal("2026-03", formula.Version));
        Assert.All(all, formula => Assert.InRange(formula.Words.Length, 10, 250));
        Assert.Equal(all.Count, all.Select(formula => formula.Label).Distinct().Count());
        Assert.Equal("(answered within 30 s + abandoned within 30 s) / (answered + abandoned)", Words(FigureName.ServiceLevel));
        Assert.Contains("more than 2.5 s", Words(FigureName.Abandoned), StringComparison.Ordinal);
        Assert.Contains("14 days", Words(FigureName.FirstContactResolution), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => FigureFormula.Of((FigureName)1000, rules));

        string Words(FigureName name) => FigureFormula.Of(name, rules).Words;
    }

    [Fact]
    public void Parameters_out_of_bounds_are_refused_by_name()
    {
        Refused("AnswerWithin", () => _ = new FigureRules { AnswerWithin = TimeSpan.FromHours(2) });
        Refused("ShortAbandon", () => _ = new FigureRules { ShortAbandon = TimeSpan.FromSeconds(-1) });
        Refused("FirstContactDays", () => _ = new FigureRules { FirstContactDays = 0 });
        Assert.Throws<ArgumentException>(() => new FigureRules { Version = " " });

        static void Refused(string name, Action action) =>
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(action).ParamName);
    }
}
