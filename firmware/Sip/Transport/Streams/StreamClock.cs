namespace Switchhook.Sip.Transport.Streams;

/// <summary>Since when a stream does what it does, and whether that is too long. Its flows set the marks, the watch reads them.</summary>
/// <param name="isOurs">True when the box opened the stream.</param>
/// <param name="options">Limits and keep-alive.</param>
/// <param name="time">The clock.</param>
internal sealed class StreamClock(bool isOurs, WireOptions options, TimeProvider time)
{
    /// <summary>RFC 5626 §4.4.1: a pong that does not come within 10 s does not come.</summary>
    private static readonly TimeSpan PongLimit = TimeSpan.FromSeconds(10);

    private readonly WireLimits _limits = options.Limits;

    // Timestamps; 0 while it is not so.
    private long _opened;
    private long _active;
    private long _partial;
    private long _writing;
    private long _broken;
    private long _pinged;
    private long _awaitsPong;
    private volatile bool _hadMessage;
    private volatile bool _answersPings;
    private volatile bool _isRetired;

    /// <summary>What is to be done with the stream.</summary>
    public enum Due
    {
        /// <summary>Nothing.</summary>
        Nothing,

        /// <summary>A ping.</summary>
        Ping,

        /// <summary>Its end.</summary>
        End,
    }

    /// <summary>It carries messages from now on.</summary>
    public void Opened()
    {
        Set(ref _opened);
        Set(ref _active);
        Set(ref _pinged);
    }

    /// <summary>Octets came.</summary>
    /// <param name="isPartial">A message is begun and not whole.</param>
    public void Read(bool isPartial)
    {
        Set(ref _active);
        if (!isPartial)
        {
            Volatile.Write(ref _partial, 0);
        }
        else if (_partial == 0)
        {
            Set(ref _partial);
        }
    }

    /// <summary>A message was whole.</summary>
    public void Message()
    {
        _hadMessage = true;
        Volatile.Write(ref _partial, 0);
    }

    /// <summary>Our ping was answered.</summary>
    public void Pong()
    {
        _answersPings = true;
        Volatile.Write(ref _awaitsPong, 0);
    }

    /// <summary>A message is being written, or is written.</summary>
    public void Writing(bool isWriting)
    {
        Set(ref _active);
        Volatile.Write(ref _writing, isWriting ? _active : 0);
    }

    /// <summary>Nothing more can be read.</summary>
    public void Break() => Set(ref _broken);

    /// <summary>No ping is due any more.</summary>
    public void Retire() => _isRetired = true;

    /// <summary>What is due now.</summary>
    /// <param name="why">One sentence, at the end.</param>
    public Due Check(out string why)
    {
        why = "";
        if (Volatile.Read(ref _opened) == 0)
        {
            return Due.Nothing;
        }

        why = WhyEnd();
        if (why.Length > 0)
        {
            return Due.End;
        }

        if (!isOurs || _isRetired || options.Ping <= TimeSpan.Zero || !IsOver(ref _pinged, options.Ping))
        {
            return Due.Nothing;
        }

        Set(ref _pinged);
        Set(ref _awaitsPong);
        return Due.Ping;
    }

    private string WhyEnd()
    {
        if (IsOver(ref _broken, _limits.LastAnswer))
        {
            return "what came on it could not be cut into messages.";
        }

        if (IsOver(ref _writing, _limits.Write))
        {
            return "the other side does not read what is sent to it.";
        }

        if (IsOver(ref _partial, _limits.WholeMessage))
        {
            return "a message was begun and not ended.";
        }

        if (!isOurs && !_hadMessage && IsOver(ref _opened, _limits.FirstMessage))
        {
            return "no message came on it.";
        }

        if (_answersPings && IsOver(ref _awaitsPong, PongLimit))
        {
            return "keep-alive is not answered any more.";
        }

        return IsOver(ref _active, _limits.Idle) ? "it was silent for long." : "";
    }

    private void Set(ref long mark) => Volatile.Write(ref mark, time.GetTimestamp());

    private bool IsOver(ref long mark, TimeSpan limit)
    {
        var since = Volatile.Read(ref mark);
        return since != 0 && time.GetElapsedTime(since) > limit;
    }
}
