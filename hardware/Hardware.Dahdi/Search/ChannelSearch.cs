using Switchhook.Hardware.Boards;
using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Hardware.Dahdi.Search;

/// <summary>Finds, configures and opens the channels of a card's ports, as no file on the box does it.</summary>
/// <remarks>
/// Ports get the channels that can be what they are, in the order of the spans. A port that has had a channel gets the same place again
/// when its card comes back, whatever number the drivers give it then; what is left over goes to ports without one. One search at a time.
/// </remarks>
internal sealed class ChannelSearch
{
    private readonly IDahdiKernel _kernel;
    private readonly CardConfig _config;
    private readonly DahdiCardSettings _settings;
    private readonly string?[] _places;
    private bool _zoneIsLoaded;

    /// <summary>A search for the ports of a card: those towards the exchange first.</summary>
    public ChannelSearch(IDahdiKernel kernel, CardConfig config, DahdiCardSettings settings)
    {
        _kernel = kernel;
        _config = config;
        _settings = settings;
        _places = new string?[config.FxoPorts + config.FxsPorts];
    }

    /// <summary>Looks for the channels of ports that have none.</summary>
    /// <param name="missing">By port: true when it needs a channel.</param>
    public SearchResult Find(IReadOnlyList<bool> missing)
    {
        var result = new SearchResult(missing.Count);
        try
        {
            _zoneIsLoaded = false;
            var all = LookAndAssign();
            var fxo = all.Where(place => place.Channel.AsFxo is not null).ToList();
            var fxs = all.Where(place => place.Channel.AsFxo is null && place.Channel.AsFxs is not null).ToList();
            Match("FXO", Enumerable.Range(0, _config.FxoPorts), missing, fxo, result);
            Match("FXS", Enumerable.Range(_config.FxoPorts, _config.FxsPorts), missing, fxs, result);
        }
        catch (DahdiException error)
        {
            result.Refuse(missing, error.Message);
        }

        return result;
    }

    private ChannelPlace[] LookAndAssign()
    {
        var inventory = _kernel.Look();
        var unassigned = inventory.Unassigned.Where(device => IsMine(device.Type, device.Location, device.HardwareId)).ToList();
        unassigned.ForEach(_kernel.Assign);
        return
        [
            .. from span in unassigned.Count > 0 ? _kernel.Look().Spans : inventory.Spans
               where IsMine(span.DeviceType, span.Name, span.Description, span.Location, span.HardwareId)
               from channel in span.Channels
               select new ChannelPlace(span, channel),
        ];
    }

    private bool IsMine(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (_settings.Device is not { } wanted || text.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void Match(
        string kind, IEnumerable<int> ports, IReadOnlyList<bool> missing, List<ChannelPlace> places, SearchResult result)
    {
        var free = places.Where(place => !_places.Contains(place.Key)).ToList();
        foreach (var port in ports.Where(port => missing[port]))
        {
            var place = places.Find(place => place.Key == _places[port]) ?? free.FirstOrDefault();
            if (place is null)
            {
                result.Problems[port] = TooFew(kind, ports.Count(), places.Count);
                continue;
            }

            free.Remove(place);
            Take(port, place, result);
        }
    }

    private void Take(int port, ChannelPlace place, SearchResult result)
    {
        try
        {
            if (!_zoneIsLoaded)
            {
                // Lost with the drivers, so loaded anew by each search that finds something.
                _kernel.LoadZone();
                _zoneIsLoaded = true;
            }

            var channel = place.Channel;
            var signalling = (port < _config.FxoPorts ? channel.AsFxo : channel.AsFxs)!.Value;
            if (channel.Signalling != (int)signalling)
            {
                _kernel.Configure(channel.Number, signalling);
            }

            _kernel.Start(place.Span.Number);
            if (_settings.EchoCanceller is { } name)
            {
                _kernel.AttachEchoCanceller(channel.Number, name);
            }

            result.Channels[port] = _kernel.Open(channel.Number, _settings.EchoCanceller is not null);
            result.Names[port] = $"DAHDI channel {channel.Number} ({place.Span.Description})";
            _places[port] = place.Key;
        }
        catch (DahdiException error)
        {
            result.Problems[port] = error.Message;
        }
    }

    private string TooFew(string kind, int wanted, int found)
    {
        var where = _settings.Device is { } device ? $" of \"{device}\"" : "";
        return $"The board wants {wanted} {kind} ports of the card {_config.Name}, and the DAHDI drivers show {found}{where}: check that "
            + "the card is plugged in, its modules sit in their sockets, and its driver is loaded.";
    }

    private sealed record ChannelPlace(SpanInfo Span, ChannelInfo Channel)
    {
        public string Key { get; } = $"{Span.Location}|{Span.Name}|{Channel.Position}";
    }
}
