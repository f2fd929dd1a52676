using Switchhook.Hardware.Dahdi.Kernel;

namespace Switchhook.Hardware.Dahdi.Search;

/// <summary>What a search gave, by port.</summary>
/// <param name="ports">Number of ports.</param>
internal sealed class SearchResult(int ports)
{
    /// <summary>Opened channels.</summary>
    public IDahdiChannel?[] Channels { get; } = new IDahdiChannel?[ports];

    /// <summary>What the opened channels are called in sentences.</summary>
    public string?[] Names { get; } = new string?[ports];

    /// <summary>Why there is no channel, as sentences for people.</summary>
    public string?[] Problems { get; } = new string?[ports];

    /// <summary>Refuses all ports that need a channel and have got none.</summary>
    public void Refuse(IReadOnlyList<bool> missing, string why)
    {
        for (var i = 0; i < ports; i++)
        {
            if (missing[i] && Channels[i] is null)
            {
                Problems[i] = why;
            }
        }
    }

    /// <summary>Closes what was opened, where nobody takes it.</summary>
    public void Discard()
    {
        foreach (var channel in Channels)
        {
            channel?.Dispose();
        }
    }
}
