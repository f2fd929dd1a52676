namespace Switchhook.Tests.Flows.Queues.Week.People;

/// <summary>Everyone outside the clinic: those who call it, and those whom it calls back.</summary>
internal sealed class Crowd
{
    private readonly Town _town;
    private readonly List<PlannedCall> _calls;
    private readonly Dictionary<string, TownLine> _lines;
    private readonly OutsideWorker _fay;
    private readonly Random _random;
    private int _next;

    public Crowd(Town town, List<PlannedCall> calls, OutsideWorker fay, int seed)
    {
        (_town, _calls, _fay, _random) = (town, calls, fay, new Random(seed));
        _lines = town.Ports.Lines.Keys.ToDictionary(name => name, name => new TownLine(name, town, CalledAsync), StringComparer.Ordinal);
    }

    /// <summary>Everything from now on; begun anew with each start of the box.</summary>
    public async Task LiveAsync()
    {
        foreach (var line in _lines.Values)
        {
            line.Begin();
        }

        while (_next < _calls.Count)
        {
            var call = _calls[_next];
            await _town.UntilAsync(() => false, call.At - _town.Now);
            _next++;

            // Whoever called a box without power gave up.
            if (_town.Now - call.At < TimeSpan.FromSeconds(5))
            {
                _town.Box.Driver.Loop.Watch(CallAsync(call));
            }
        }
    }

    private async Task CallAsync(PlannedCall call)
    {
        if (WeekSite.LinesOf[call.Queue].Select(name => _lines[name]).FirstOrDefault(line => line.IsFree) is not { } line)
        {
            // Heard busy at the exchange: the box knows nothing of it.
            return;
        }

        if (!await line.RingAsync(call.Number))
        {
            return;
        }

        var beforeKey = call.Key is null ? 0 : Math.Min(call.Patience / 2, 12);
        if (call.Key is { } key && !await IsServedAsync(line, beforeKey) && line.IsOffHook)
        {
            line.Press(key);
            if (key == '1' && call.Number is null)
            {
                await _town.Delay(2);
                await KeyAsync(line, $"312555{2000 + _random.Next(900)}#");
            }
        }

        if (line.IsOffHook && await IsServedAsync(line, call.Patience - beforeKey))
        {
            await _town.UntilAsync(() => !line.IsOffHook, call.Talk);
        }

        if (line.IsOffHook)
        {
            await line.HangUpAsync();
        }
    }

    // An agent has the caller, or the reception, or nobody any more.
    private Task<bool> IsServedAsync(TownLine line, double seconds) => _town.UntilAsync(
        () => !line.IsOffHook
            || _town.Box.Live.Current.Calls.Values.Any(call => call.From.Name == line.Name && call.AnsweredAt is not null),
        seconds);

    private async Task KeyAsync(TownLine line, string digits)
    {
        foreach (var digit in digits)
        {
            await _town.Delay(0.3);
            if (!line.IsOffHook)
            {
                return;
            }

            line.Press(digit);
        }
    }

    private async Task CalledAsync(TownLine line, string number)
    {
        if (number == WeekSite.OutsideNumber)
        {
            await _fay.AnswerAsync(line);
        }
        else if (_random.NextDouble() < 0.3)
        {
            await _town.UntilAsync(() => !line.IsOffHook, 4);
            if (line.IsOffHook)
            {
                line.GiveBusy();
            }
        }
        else if (!await _town.UntilAsync(() => !line.IsOffHook, 20 + (120 * _random.NextDouble())))
        {
            await line.HangUpAsync();
        }
    }
}
