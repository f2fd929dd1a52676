namespace Switchhook.Audio.Engine;

/// <summary>A bridge of the engine: membership is the control loop's, mixing the media thread's.</summary>
internal sealed class AudioBridge(MediaEngine engine) : IAudioBridge
{
    // Control loop.
    private readonly List<MediaChannel> _members = [];

    // Media thread.
    private readonly Seat[] _seats = new Seat[IAudioBridge.MaxChannels];
    private readonly PacketShortcut _shortcut = new();
    private int _count;

    public void Join(IMediaChannel channel, BridgeRole role, IMediaChannel? to = null)
    {
        if (role == BridgeRole.Whisper != to is not null)
        {
            throw new ArgumentException("A channel that whispers, and no other, names the one who hears it.", nameof(to));
        }

        var member = (MediaChannel)channel;
        if (member.IsClosed)
        {
            return;
        }

        if (!_members.Contains(member))
        {
            if (_members.Count == IAudioBridge.MaxChannels)
            {
                throw new InvalidOperationException($"A bridge holds {IAudioBridge.MaxChannels} parties at most.");
            }

            member.CurrentBridge?.Leave(member);
            _members.Add(member);
            member.EnterBridge(this);
        }

        engine.Submit(() => SitDown(new Seat(member, role, (MediaChannel?)to)));
    }

    public void Leave(IMediaChannel channel)
    {
        var member = (MediaChannel)channel;
        if (_members.Remove(member))
        {
            member.EnterBridge(null);
            engine.Submit(() => StandUp(member));
        }
    }

    /// <summary>Writes what each member hears. Media thread only.</summary>
    internal void Mix(Span<int> sum)
    {
        if (_count == 2 && _seats[0].Role == BridgeRole.Party && _seats[1].Role == BridgeRole.Party)
        {
            _seats[0].Channel.Said.CopyTo(_seats[1].Channel.Heard);
            _seats[1].Channel.Said.CopyTo(_seats[0].Channel.Heard);
            _shortcut.Between(_seats[0].Channel, _seats[1].Channel);
            return;
        }

        _shortcut.End();
        sum.Clear();
        foreach (ref readonly var seat in _seats.AsSpan(0, _count))
        {
            if (seat.Role == BridgeRole.Party)
            {
                Add(seat.Channel.Said, sum);
            }
        }

        foreach (ref readonly var seat in _seats.AsSpan(0, _count))
        {
            if (seat.Role == BridgeRole.Party)
            {
                WriteWithout(sum, seat.Channel.Said, seat.Channel.Heard);
            }
            else
            {
                Write(sum, seat.Channel.Heard);
            }

            if (seat.To is { } hearer && IsSeated(hearer))
            {
                hearer.Whisper(seat.Channel.Said);
            }
        }
    }

    private bool IsSeated(MediaChannel channel)
    {
        foreach (ref readonly var seat in _seats.AsSpan(0, _count))
        {
            if (ReferenceEquals(seat.Channel, channel))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(ReadOnlySpan<short> said, Span<int> sum)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += said[i];
        }
    }

    private static void WriteWithout(ReadOnlySpan<int> sum, ReadOnlySpan<short> own, Span<short> heard)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            heard[i] = (short)Math.Clamp(sum[i] - own[i], short.MinValue, short.MaxValue);
        }
    }

    private static void Write(ReadOnlySpan<int> sum, Span<short> heard)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            heard[i] = (short)Math.Clamp(sum[i], short.MinValue, short.MaxValue);
        }
    }

    private void SitDown(Seat seat)
    {
        StandUp(seat.Channel);
        _seats[_count++] = seat;
        seat.Channel.SetBridged(true);
        engine.SetActive(this, active: true);
    }

    private void StandUp(MediaChannel channel)
    {
        var seats = _seats.AsSpan(0, _count);
        for (var i = 0; i < seats.Length; i++)
        {
            if (ReferenceEquals(seats[i].Channel, channel))
            {
                seats[(i + 1)..].CopyTo(seats[i..]);
                _count--;
                _seats[_count] = default;
                _shortcut.End();
                channel.SetBridged(false);
                break;
            }
        }

        if (_count == 0)
        {
            engine.SetActive(this, active: false);
        }
    }

    private readonly record struct Seat(MediaChannel Channel, BridgeRole Role, MediaChannel? To);
}
