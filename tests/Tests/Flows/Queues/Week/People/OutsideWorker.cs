using Switchhook.Acd;

namespace Switchhook.Tests.Flows.Queues.Week.People;

/// <summary>The agent at a number outside, whom the office logs in and out; takes a call by pressing 1.</summary>
internal sealed class OutsideWorker(Town town, int seed)
{
    private const string Name = WeekSite.OutsideAgent;

    private readonly Random _random = new(seed);
    private readonly PriorityQueue<bool, DateTimeOffset> _plan = new();

    private AgentState State => town.Box.Queues.Engine.Agent(Name)?.State ?? AgentState.LoggedOut;

    public void PlanDay(DateTimeOffset morning, double hours)
    {
        _plan.Enqueue(true, morning.AddMinutes(_random.Next(5, 20)));
        _plan.Enqueue(false, morning.AddHours(hours - 1));
    }

    /// <summary>Everything from now on; begun anew with each start of the box.</summary>
    public async Task LiveAsync()
    {
        while (_plan.TryPeek(out var comes, out var at))
        {
            if (await town.UntilAsync(() => State == AgentState.Paused, at - town.Now))
            {
                await town.Delay(60 + _random.Next(60));
                town.Box.Queues.Ready(Name);
                continue;
            }

            _plan.Dequeue();
            if (comes)
            {
                town.Box.Queues.LogIn(Name, $"+1{WeekSite.OutsideNumber}");
            }
            else
            {
                town.Box.Queues.LogOut(Name, "The office closes.");
            }
        }
    }

    /// <summary>The number is called.</summary>
    public async Task AnswerAsync(TownLine line)
    {
        if (_random.NextDouble() < 0.1)
        {
            return;
        }

        await town.UntilAsync(() => !line.IsOffHook, 3 + (4 * _random.NextDouble()));
        if (line.IsOffHook)
        {
            line.Press('1');
            if (!await town.UntilAsync(() => !line.IsOffHook, 20 - (250 * Math.Log(1 - _random.NextDouble()))))
            {
                await line.HangUpAsync();
            }
        }
    }
}
