using Switchhook.Acd;
using Switchhook.Testing;
using Switchhook.Tests.Flows.Queues.Week.People;
using Switchhook.Tests.Storage;

namespace Switchhook.Tests.Flows.Queues.Week;

/// <summary>
/// A clinic that works from Monday on, with all of its people, on a box that is killed now and then in the middle of it and started again
/// on what the disk has.
/// </summary>
internal sealed class Clinic : IDisposable
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly (string Name, string Code)[] Agents =
        [("ana", "11"), ("bo", "12"), ("chen", "13"), ("dee", "14"), ("eli", "15")];

    private readonly Town _town = new(new ManualTimeProvider());
    private readonly List<Worker> _workers = [];
    private readonly OutsideWorker _fay;
    private readonly TownPhone _reception;
    private readonly Crowd _crowd;
    private readonly Random _random;
    private readonly DateTimeOffset _end;
    private readonly Queue<DateTimeOffset> _kills;
    private TempFolder _folder = new();
    private int _starts;

    /// <param name="days">How many days are played, from Monday.</param>
    /// <param name="seed">Makes everything that people do.</param>
    /// <param name="kills">When the box is killed, at the next moment in which some wait, some talk and some finish a call.</param>
    public Clinic(int days, int seed, params TimeSpan[] kills)
    {
        _random = new Random(seed);
        _end = Monday.AddDays(days);
        _kills = new Queue<DateTimeOffset>(kills.Select(kill => Monday + kill));
        _fay = new OutsideWorker(_town, seed + 10);
        _crowd = new Crowd(_town, new WeekPlan(Monday, Math.Min(days, 6), seed).Calls, _fay, seed + 20);
        _reception = new TownPhone("106", _town);
        for (var agent = 0; agent < Agents.Length; agent++)
        {
            var (name, code) = Agents[agent];
            _workers.Add(new Worker(name, code, new TownPhone($"{101 + agent}", _town), _town, seed + 30 + agent));
        }

        for (var day = 0; day < Math.Min(days, 6); day++)
        {
            PlanDay(day);
        }
    }

    /// <summary>Monday, the first moment of the clinic's day.</summary>
    public static DateTimeOffset Monday { get; } = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The data folder as it is now.</summary>
    public string Folder => _folder.Path;

    /// <summary>What the boards showed at each quarter hour.</summary>
    public List<BoardReading> Readings { get; } = [];

    /// <summary>What was found after kills that is not as it was before.</summary>
    public List<string> Lost { get; } = [];

    public int Kills { get; private set; }

    /// <summary>Free agents who were left waiting beside callers.</summary>
    public List<string> Idle { get; } = [];

    public ManualTimeProvider Time => _town.Ports.Time;

    public IEnumerable<string> LineNames => _town.Ports.Lines.Keys;

    private WeekBox Box => _town.Box;

    /// <summary>The whole time.</summary>
    public void Run()
    {
        Start();
        for (var quarter = Time.GetUtcNow() + Quarter; quarter <= _end; quarter += Quarter)
        {
            while (_kills.TryPeek(out var kill) && kill < quarter)
            {
                _kills.Dequeue();
                AdvanceTo(kill);
                AwaitBusyMoment();
                Kill();
            }

            if (Time.GetUtcNow() <= quarter)
            {
                AdvanceTo(quarter);
                Readings.Add(BoardReading.Of(Box, quarter));
            }
        }

        Box.Store.WritePending();
    }

    public void Dispose()
    {
        Box.Dispose();
        _folder.Dispose();
    }

    private void PlanDay(int day)
    {
        var morning = Monday.AddDays(day).AddHours(8);
        var hours = WeekPlan.HoursOf(day);
        for (var agent = 0; agent < _workers.Count; agent++)
        {
            // Bo has his Wednesday off; eli goes home early.
            if (agent != 1 || day != 2)
            {
                _workers[agent].PlanDay(morning, agent == 4 ? hours - 2 : hours);
            }
        }

        _fay.PlanDay(morning, hours);
    }

    private void Start()
    {
        var box = new WeekBox(_folder.Path, _town.Ports, ++_starts);
        _town.Begin(box);
        box.Begin();
        var loop = box.Driver.Loop;
        box.Driver.Do(() =>
        {
            foreach (var worker in _workers)
            {
                loop.Watch(worker.LiveAsync());
            }

            loop.Watch(_fay.LiveAsync());
            loop.Watch(_crowd.LiveAsync());
            loop.Watch(ReceiveAsync());
        });
    }

    private async Task ReceiveAsync()
    {
        _reception.HangUp();
        while (true)
        {
            await _town.UntilAsync(() => _reception.IsRinging, TimeSpan.FromDays(8));
            await _town.Delay(3 + (3 * _random.NextDouble()));
            if (_reception.IsRinging)
            {
                _reception.Lift();
                await _town.Delay(1);
                await _town.UntilAsync(() => !_reception.IsInCall, 20 + (100 * _random.NextDouble()));
                await _town.Delay(1);
                _reception.HangUp();
                await _town.Delay(1);
            }
        }
    }

    private void AdvanceTo(DateTimeOffset moment)
    {
        var watch = new IdleWatch(Box, Idle);
        while (Time.GetUtcNow() < moment)
        {
            var left = moment - Time.GetUtcNow();
            var step = left < TimeSpan.FromMinutes(1) ? left : TimeSpan.FromMinutes(1);
            var isThere = false;
            using var end = Time.CreateTimer(_ => { isThere = true; }, null, step, Timeout.InfiniteTimeSpan);
            Box.Driver.AdvanceUntil(() => watch.Look() || isThere, step + step);
            Box.Driver.Advance(TimeSpan.Zero);
            Box.Store.WritePending();
        }
    }

    private void AwaitBusyMoment()
    {
        bool Does(AgentState state) => Box.Queues.Engine.Agents.Any(agent => agent.State == state);
        bool Waits() => Box.Board.Current.Visits.Values.Any(visit => visit is { AnsweredAt: null, Kind: WorkKind.Call });

        for (var second = 0; second < 1200; second++)
        {
            AdvanceTo(Time.GetUtcNow().AddSeconds(1));
            if (Does(AgentState.Talking) && Does(AgentState.WrapUp) && Waits())
            {
                return;
            }
        }
    }

    private void Kill()
    {
        Kills++;
        Assert.True(Box.Store.WritePending());
        var before = new TakenUp(Box, Folder);

        // What the last milliseconds brought has not come to the disk.
        Box.Driver.Advance(TimeSpan.FromMilliseconds(_random.Next(40)));
        var copy = StoreBox.CopyAsKilled(Folder);
        Box.Dispose();
        _town.End();
        _folder.Dispose();
        _folder = copy;
        _town.Ports.LosePower();
        Time.Advance(TimeSpan.FromSeconds(2 + _random.Next(40)));
        Start();

        // History goes as far as the last event before a kill: of a quarter hour that no event came after, nobody can know it was reached.
        Readings.RemoveAll(reading => reading.At > Box.Recovered.LastSign);
        Lost.AddRange(before.Compare(Box));
    }
}
