using Switchhook.Testing;

namespace Switchhook.Tests.Flows.Queues.Week.People;

/// <summary>
/// The world around the box: its clock, and the people who wait in it for something to happen. Their stories run on the box's loop, and
/// end in the middle when it is killed; <see cref="Begin"/> gives them the next one.
/// </summary>
internal sealed class Town
{
    private readonly List<(Func<bool> Holds, TaskCompletionSource<bool> Done)> _waiting = [];
    private bool _isPoked;
    private WeekBox? _box;

    public Town(ManualTimeProvider time)
    {
        Ports = new WeekPorts(time);
        foreach (var line in Ports.Lines.Values)
        {
            line.Told += Poke;
        }

        foreach (var phone in Ports.Phones.Values)
        {
            phone.Told += Poke;
        }
    }

    public WeekPorts Ports { get; }

    public WeekBox Box => _box ?? throw new InvalidOperationException("No box is on.");

    public DateTimeOffset Now => Ports.Time.GetUtcNow();

    /// <summary>From now on the world has to do with this box.</summary>
    public void Begin(WeekBox box)
    {
        _waiting.Clear();
        _isPoked = false;
        _box = box;
        box.Journal.Appended += _ => Poke();
    }

    /// <summary>The box is gone, and with it the story of whoever waited for it.</summary>
    public void End()
    {
        _waiting.Clear();
        _box = null;
    }

    /// <summary>Lets time pass for one person.</summary>
    public Task Delay(double seconds)
    {
        var done = new TaskCompletionSource();
        Box.Driver.Loop.Schedule(TimeSpan.FromSeconds(seconds), done.SetResult);
        return done.Task;
    }

    /// <summary>Waits until something is true, at most so long.</summary>
    /// <returns>Whether it is.</returns>
    public async Task<bool> UntilAsync(Func<bool> holds, TimeSpan limit)
    {
        if (holds() || limit <= TimeSpan.Zero)
        {
            return holds();
        }

        var done = new TaskCompletionSource<bool>();
        _waiting.Add((holds, done));
        using var late = Box.Driver.Loop.Schedule(limit, () => done.TrySetResult(false));
        return await done.Task || holds();
    }

    /// <summary>The same with seconds.</summary>
    public Task<bool> UntilAsync(Func<bool> holds, double seconds) => UntilAsync(holds, TimeSpan.FromSeconds(seconds));

    // Whoever has seen what he waits for acts after the box has done its own, never in the middle of it.
    private void Poke()
    {
        if (!_isPoked && _box is not null)
        {
            _isPoked = true;
            _box.Driver.Loop.Post(LookRound);
        }
    }

    private void LookRound()
    {
        _isPoked = false;
        foreach (var (holds, done) in _waiting.ToList())
        {
            if (!done.Task.IsCompleted && holds())
            {
                done.TrySetResult(true);
            }
        }

        _waiting.RemoveAll(one => one.Done.Task.IsCompleted);
    }
}
