using System.Globalization;
using Switchhook.Sip.Transport;

namespace Switchhook.Testing.Sip;

/// <summary>A message that a scripted peer got, read by plain means: the box's own reader is what is under test.</summary>
public sealed class PeerMessage
{
    private readonly List<(string Name, string Value)> _headers = [];

    /// <summary>Reads what arrived.</summary>
    public PeerMessage(WireMessage arrived)
    {
        From = arrived.Hop;
        At = arrived.At;
        Text = arrived.Text;
        var end = Text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = Text[..end].Split("\r\n");
        FirstLine = lines[0];
        Body = Text[(end + 4)..];
        foreach (var line in lines[1..])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            _headers.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
    }

    /// <summary>Where it came from.</summary>
    public Hop From { get; }

    /// <summary>When, since the clock of the test began.</summary>
    public TimeSpan At { get; }

    /// <summary>The whole message.</summary>
    public string Text { get; }

    /// <summary>Request line or status line.</summary>
    public string FirstLine { get; }

    /// <summary>What stands behind the blank line.</summary>
    public string Body { get; }

    /// <summary>A request.</summary>
    public bool IsRequest => !FirstLine.StartsWith("SIP/2.0 ", StringComparison.Ordinal);

    /// <summary>Its method; of a response, that of CSeq.</summary>
    public string Method => this["CSeq"].Split(' ')[1];

    /// <summary>Number of CSeq.</summary>
    public int Sequence => int.Parse(this["CSeq"].Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>The status code; 0 for a request.</summary>
    public int Status => IsRequest ? 0 : int.Parse(FirstLine.Split(' ')[1], CultureInfo.InvariantCulture);

    /// <summary>The Request-URI.</summary>
    public string RequestUri => FirstLine.Split(' ')[1];

    /// <summary>As a script names it: <c>INVITE</c>, or <c>200 INVITE</c>.</summary>
    public string Name => IsRequest ? Method : $"{Status} {Method}";

    /// <summary>First value of a header; empty without one. The box writes long names.</summary>
    public string this[string name] => All(name) is [var first, ..] ? first : "";

    /// <summary>All lines of a header.</summary>
    public IReadOnlyList<string> All(string name) =>
        [.. _headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];

    /// <summary>A parameter of a header's first line; empty without one.</summary>
    public string Parameter(string name, string parameter)
    {
        var value = this[name];
        var parameters = value[(value.LastIndexOf('>') + 1)..].Split(';').Skip(1);
        return parameters.Select(part => part.Split('=', 2)).FirstOrDefault(part => part[0] == parameter)?.ElementAtOrDefault(1) ?? "";
    }

    /// <summary>What stands between angle brackets in a header's first line.</summary>
    public string UriOf(string name)
    {
        var value = this[name];
        var open = value.IndexOf('<', StringComparison.Ordinal);
        return open < 0 ? value.Split(';')[0] : value[(open + 1)..value.IndexOf('>', StringComparison.Ordinal)];
    }

    /// <inheritdoc/>
    public override string ToString() => FirstLine;
}
