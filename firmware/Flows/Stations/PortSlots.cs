using Switchhook.Calls.Loop;

namespace Switchhook.Flows.Stations;

/// <summary>
/// Keeps one station for each configuration, and waits for a port that the station before it still needs for a call. Stations without a
/// port wait for nothing: the one before serves its calls to their ends beside the new one.
/// </summary>
/// <typeparam name="TConfig">Compared by value: an equal one keeps its station.</typeparam>
/// <typeparam name="TStation">A line or phone.</typeparam>
internal sealed class PortSlots<TConfig, TStation>(
    ControlLoop loop, Func<TConfig, string?> portOf, Func<TConfig, TStation> create, Func<TStation, bool> isIdle, Action<string> onRemoved)
    : IDisposable
    where TConfig : class, IEquatable<TConfig>
    where TStation : class, IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(1);

    private readonly SortedDictionary<string, (TConfig Config, TStation Station)> _inForce = new(StringComparer.Ordinal);
    private readonly List<(string Name, string? Port, TStation Station)> _leaving = [];
    private IReadOnlyDictionary<string, TConfig> _wanted = new Dictionary<string, TConfig>(StringComparer.Ordinal);
    private IDisposable? _retry;

    public IEnumerable<TStation> InForce => _inForce.Values.Select(slot => slot.Station);

    public TStation? Find(string name) => _inForce.TryGetValue(name, out var slot) ? slot.Station : null;

    public void Apply(IReadOnlyDictionary<string, TConfig> wanted)
    {
        _wanted = wanted;
        foreach (var (name, slot) in _inForce.ToList())
        {
            if (!wanted.TryGetValue(name, out var config) || !config.Equals(slot.Config))
            {
                _inForce.Remove(name);
                _leaving.Add((name, portOf(slot.Config), slot.Station));
            }
        }

        Settle();
    }

    public void Dispose()
    {
        _retry?.Dispose();
        foreach (var station in InForce.Concat(_leaving.Select(leaving => leaving.Station)).ToList())
        {
            station.Dispose();
        }

        _inForce.Clear();
        _leaving.Clear();
    }

    private void Settle()
    {
        _retry?.Dispose();
        _retry = null;
        foreach (var leaving in _leaving.Where(leaving => isIdle(leaving.Station)).ToList())
        {
            leaving.Station.Dispose();
            _leaving.Remove(leaving);
            if (!_wanted.ContainsKey(leaving.Name))
            {
                onRemoved(leaving.Name);
            }
        }

        foreach (var (name, config) in _wanted)
        {
            if (!_inForce.ContainsKey(name) && _leaving.TrueForAll(leaving => leaving.Port is null || leaving.Port != portOf(config)))
            {
                _inForce.Add(name, (config, create(config)));
            }
        }

        if (_leaving.Count > 0)
        {
            _retry = loop.Schedule(Retry, Settle);
        }
    }
}
