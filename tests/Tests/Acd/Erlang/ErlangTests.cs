using Switchhook.Acd.Theory;

namespace Switchhook.Tests.Acd.Erlang;

/// <summary>Textbook values, limits that two formulas share, big loads, and what is refused.</summary>
public sealed class ErlangTests
{
    private static readonly TimeSpan T = TimeSpan.FromSeconds(20);
    private static readonly int[] Times = [0, 1, 20, 600, 86_400];
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1, 2, 0.200000, 0.333333)]
    [InlineData(5, 7, 0.120519, 0.324150)]
    [InlineData(10, 12, 0.119739, 0.449388)]
    [InlineData(10, 13, 0.084339, 0.285270)]
    [InlineData(20, 24, 0.066097, 0.298072)]
    public void Textbooks_agree(double erlangs, int servers, double blocking, double wait)
    {
        Assert.Equal(blocking, ErlangB.Blocking(erlangs, servers), 6);
        Assert.Equal(wait, new ErlangC(Erlangs(erlangs), servers).WaitProbability, 6);
    }

    [Theory]
    [InlineData(6, 180, 2, 0.9676, 4.14, 0.150)]
    [InlineData(12, 180, 2, 0.8815, 17.80, 0.300)]
    [InlineData(20, 180, 3, 0.9272, 8.18, 0.333)]
    [InlineData(30, 180, 4, 0.9435, 5.37, 0.375)]
    [InlineData(40, 240, 5, 0.8669, 16.63, 0.533)]
    [InlineData(60, 180, 5, 0.8109, 21.25, 0.600)]
    [InlineData(60, 240, 7, 0.8948, 10.81, 0.571)]
    [InlineData(90, 240, 9, 0.8474, 15.68, 0.667)]
    [InlineData(120, 240, 11, 0.8092, 19.60, 0.727)]
    [InlineData(150, 300, 17, 0.8754, 11.21, 0.735)]
    [InlineData(200, 240, 17, 0.8104, 16.84, 0.784)]
    [InlineData(300, 180, 19, 0.8434, 10.99, 0.789)]
    public void The_fewest_agents_for_80_in_20_are_found(
        double calls, int seconds, int agents, double level, double speed, double occupancy)
    {
        var load = new QueueLoad(calls, TimeSpan.FromSeconds(seconds));
        var queue = new ErlangC(load, agents);

        Assert.Equal(agents, StaffingTarget.Usual.AgentsFor(load));
        Assert.Equal(level, queue.ServiceLevel(T), 4);
        Assert.Equal(speed, queue.AverageSpeedOfAnswer, 2);
        Assert.Equal(occupancy, queue.Occupancy, 3);
    }

    [Theory]
    [InlineData(0.01, "3 4 5 6 7 8 10 11 13 15 18 20 24 30")]
    [InlineData(0.02, "3 3 4 5 6 8 9 10 12 14 17 19 23 28")]
    [InlineData(0.05, "2 3 4 4 5 7 8 9 10 13 15 17 20 26")]
    public void The_fewest_lines_are_found(double blocking, string lines)
    {
        double[] loads = [0.25, 0.5, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20];
        Assert.Equal(lines, string.Join(' ', loads.Select(load => ErlangB.LinesFor(load, blocking))));
    }

    [Theory]
    [InlineData(1.5, 2)]
    [InlineData(4, 4)]
    [InlineData(18, 20)]
    [InlineData(900, 930)]
    public void Callers_with_endless_patience_make_a_queue_like_one_without_abandonment(double erlangs, int agents)
    {
        var load = Erlangs(erlangs);
        var patient = new ErlangA(load, agents, TimeSpan.FromDays(1));
        if (erlangs < agents)
        {
            var queue = new ErlangC(load, agents);
            Assert.InRange(patient.ServiceLevel(T), queue.ServiceLevel(T), queue.ServiceLevel(T) + 0.01);
            Assert.InRange(patient.MeanWait, queue.MeanWait * 0.9, queue.MeanWait);
        }
        else
        {
            Assert.InRange(patient.Occupancy, 0.95, 1);
        }
    }

    [Theory]
    [InlineData(1.5, 2)]
    [InlineData(18, 20)]
    [InlineData(900, 930)]
    public void Endless_lines_make_a_queue_like_one_without_bounds(double erlangs, int agents)
    {
        var (load, queue) = (Erlangs(erlangs), new ErlangC(Erlangs(erlangs), agents));
        var bounded = new FiniteQueueModel(load, agents, 5000);

        Assert.Equal(queue.WaitProbability, bounded.WaitProbability, 10);
        Assert.Equal(queue.MeanWait, bounded.MeanWait, 6);
        Assert.Equal(queue.ServiceLevel(Minute), bounded.ServiceLevel(Minute), 10);
        Assert.Equal(queue.Occupancy, bounded.Occupancy, 10);
        Assert.Equal(0, bounded.Blocking, 10);
    }

    [Theory]
    [InlineData(0.83, 3)]
    [InlineData(20, 5)]
    [InlineData(1000, 990)]
    public void Without_places_to_wait_the_queue_is_a_group_of_lines(double erlangs, int lines)
    {
        var queue = new FiniteQueueModel(Erlangs(erlangs), lines, lines);

        Assert.Equal(ErlangB.Blocking(erlangs, lines), queue.Blocking, 10);
        Assert.Equal((0, 0, 1), (queue.WaitProbability, queue.MeanWait, queue.ServiceLevel(TimeSpan.Zero)));
    }

    [Fact]
    public void Two_agents_and_three_lines_are_as_by_hand()
    {
        // Of 2 erlangs the states weigh 1, 2, 2, 2: from p(k) = p(0)·A^k/k! up to 2, and half of A more for the third.
        var queue = new FiniteQueueModel(Erlangs(2), 2, 3);

        Assert.Equal(2.0 / 7, queue.Blocking, 12);
        Assert.Equal(2.0 / 5, queue.WaitProbability, 12);
        Assert.Equal(2.0 / 7, queue.QueueLength, 12);
        Assert.Equal(5.0 / 7, queue.Occupancy, 12);
        Assert.Equal(1 - (0.4 * Math.Exp(-2.0 / 3)), queue.ServiceLevel(Minute), 12);
    }

    [Theory]
    [InlineData(1.5, 2, 60)]
    [InlineData(6, 4, 30)]
    [InlineData(20, 21, 600)]
    public void Waits_of_impatient_callers_agree_with_steps_in_time(double erlangs, int agents, int patience)
    {
        var queue = new ErlangA(Erlangs(erlangs), agents, TimeSpan.FromSeconds(patience));

        var expected = ByStepsInTime(erlangs / 180, agents, 1.0 / 180, 1.0 / patience, 45);
        Assert.Equal(expected, queue.ServiceLevel(TimeSpan.FromSeconds(45)), 2e-5);
    }

    [Theory]
    [InlineData(1000, 1010)]
    [InlineData(1000, 1000)]
    [InlineData(1000, 1)]
    [InlineData(0.001, 10_000)]
    public void Big_and_odd_loads_keep_their_digits(double erlangs, int agents)
    {
        var load = Erlangs(erlangs);
        Assert.All(
            new IQueueModel[] { new ErlangC(load, agents), new ErlangA(load, agents, Minute), new FiniteQueueModel(load, agents, 10_000) },
            queue =>
            {
                var levels = Times
                    .Select(seconds => Math.Round(queue.ServiceLevel(TimeSpan.FromSeconds(seconds)), 12)).ToList();
                Assert.Equal(levels.Order(), levels);
                Assert.Equal(1 - queue.WaitProbability, levels[0], 9);
                Assert.All([.. levels, queue.WaitProbability, queue.AbandonProbability], share => Assert.InRange(share, 0, 1));
                Assert.InRange(queue.Occupancy, 0, 1 + 1e-9);
                Assert.False(double.IsNaN(queue.MeanWait + queue.AverageSpeedOfAnswer + queue.QueueLength));
            });

        var impatient = new ErlangA(load, agents, Minute);
        Assert.Equal(erlangs * (1 - impatient.AbandonProbability), impatient.Occupancy * agents, 6);
        Assert.Equal(1 - impatient.AbandonProbability, impatient.ServiceLevel(TimeSpan.FromHours(12)), 9);
    }

    [Fact]
    public void A_queue_with_more_work_than_agents_only_grows()
    {
        var queue = new ErlangC(Erlangs(2), 2);

        Assert.False(queue.IsStable);
        Assert.Equal((1, 0, 1), (queue.WaitProbability, queue.ServiceLevel(Minute), queue.Occupancy));
        Assert.All(
            [queue.MeanWait, queue.AverageSpeedOfAnswer, queue.QueueLength, queue.MeanWaitOfWaiting],
            value => Assert.Equal(double.PositiveInfinity, value));
    }

    [Fact]
    public void No_calls_need_one_agent_and_wait_for_nothing()
    {
        var none = Erlangs(0);

        Assert.Equal((1, 1), (StaffingTarget.Usual.AgentsFor(none), StaffingTarget.Usual.AgentsFor(none, Minute)));
        Assert.All(
            new IQueueModel[] { new ErlangC(none, 1), new ErlangA(none, 1, Minute), new FiniteQueueModel(none, 1, 1) },
            queue => Assert.Equal(
                (0, 0, 0, 0, 1), (queue.WaitProbability, queue.MeanWait, queue.QueueLength, queue.Occupancy, queue.ServiceLevel(T))));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(8)]
    [InlineData(1000)]
    public void One_agent_fewer_misses_the_target(double erlangs)
    {
        var (load, target) = (Erlangs(erlangs), new StaffingTarget(0.9, TimeSpan.FromSeconds(10)));
        var (patient, impatient) = (target.AgentsFor(load), target.AgentsFor(load, Minute));

        Assert.True(new ErlangC(load, patient).ServiceLevel(target.Within) >= 0.9);
        Assert.True(patient == 1 || new ErlangC(load, patient - 1).ServiceLevel(target.Within) < 0.9);
        Assert.True(new ErlangA(load, impatient, Minute).ServiceLevel(target.Within) >= 0.9);
        Assert.True(impatient == 1 || new ErlangA(load, impatient - 1, Minute).ServiceLevel(target.Within) < 0.9);
        Assert.InRange(impatient, 1, patient);
        Assert.Equal(patient, target.AgentsFor(load, TimeSpan.FromDays(1)), 3.0);
    }

    [Fact]
    public void Agents_are_found_where_fewer_would_leave_more_waiting_than_can_be_summed()
    {
        var load = new QueueLoad(3_600_000, TimeSpan.FromSeconds(1));

        Assert.Equal(StaffingTarget.Usual.AgentsFor(load), StaffingTarget.Usual.AgentsFor(load, TimeSpan.FromDays(1)), 1.0);
    }

    [Fact]
    public void What_makes_no_sense_is_refused_in_words()
    {
        var load = Erlangs(1);
        Refused("erlangs", () => ErlangB.Blocking(-0.1, 1));
        Refused("erlangs", () => ErlangB.Blocking(double.NaN, 1));
        Refused("lines", () => ErlangB.Blocking(1, -1));
        Refused("mostBlocking", () => ErlangB.LinesFor(1, 0));
        Refused("callsPerHour", () => _ = new QueueLoad(-1, Minute));
        Refused("callsPerHour", () => _ = new QueueLoad(60_001, Minute));
        Refused("handleTime", () => _ = new QueueLoad(1, TimeSpan.Zero));
        Refused("agents", () => _ = new ErlangC(load, 0));
        Refused("agents", () => _ = new ErlangA(load, 10_001, Minute));
        Refused("patience", () => _ = new ErlangA(load, 1, TimeSpan.FromDays(2)));
        Refused("patience", () => _ = new ErlangA(new QueueLoad(3_600_000, TimeSpan.FromSeconds(1)), 1, TimeSpan.FromHours(1)));
        Refused("lines", () => _ = new FiniteQueueModel(load, 3, 2));
        Refused("within", () => new ErlangC(load, 2).ServiceLevel(TimeSpan.FromSeconds(-1)));
        Refused("share", () => _ = new StaffingTarget(1, T));
        Refused("within", () => _ = new StaffingTarget(0.8, TimeSpan.FromDays(2)));

        static void Refused(string name, Action action) =>
            Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(action).ParamName);
    }

    private static QueueLoad Erlangs(double erlangs) => new(erlangs * 20, TimeSpan.FromMinutes(3));

    // The same by brute force: the states' weights from none upwards, and the waiting caller's place followed in steps of a millisecond.
    private static double ByStepsInTime(double arrivals, int agents, double service, double leaving, int seconds)
    {
        const int States = 300, StepsPerSecond = 1000;
        var weights = new double[States];
        weights[0] = 1;
        for (var n = 1; n < States; n++)
        {
            weights[n] = weights[n - 1] * arrivals / ((Math.Min(n, agents) * service) + (Math.Max(0, n - agents) * leaving));
        }

        var sum = weights.Sum();
        var places = weights.Skip(agents).Select(weight => weight / sum).ToArray();
        var answered = weights.Take(agents).Sum() / sum;
        for (var step = 0; step < seconds * StepsPerSecond; step++)
        {
            answered += places[0] * agents * service / StepsPerSecond;
            for (var ahead = 0; ahead < places.Length; ahead++)
            {
                var outwards = places[ahead] * ((agents * service) + ((ahead + 1) * leaving));
                var inwards = ahead + 1 < places.Length ? places[ahead + 1] * ((agents * service) + ((ahead + 1) * leaving)) : 0;
                places[ahead] += (inwards - outwards) / StepsPerSecond;
            }
        }

        return answered;
    }
}
