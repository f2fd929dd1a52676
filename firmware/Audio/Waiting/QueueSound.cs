using System.Collections.Concurrent;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Waiting;

/// <summary>
/// What a caller hears who waits in a queue: music, and messages that are said one after the other. A message fades the music out, is said
/// whole, and the music fades in again where it stopped.
/// </summary>
/// <remarks>
/// Members are called on the control loop, except <see cref="Read"/>. Messages go to the media thread through a queue without lock; it
/// takes them when the music is out, and never allocates.
/// </remarks>
/// <param name="music">Has no end: music that loops, or the hold signal where there is none.</param>
/// <param name="post">Runs something on the control loop.</param>
public sealed class QueueSound(IFrameSource music, Action<Action> post) : IFrameSource
{
    /// <summary>Messages that may wait or be said at once; more are refused.</summary>
    public const int MaxMessages = 8;

    /// <summary>How long the music takes to fade out or in: 200 ms.</summary>
    private const int FadeSamples = LineAudio.SampleRate / 5;

    /// <summary>Silence after a message, so that two do not run into each other: 200 ms.</summary>
    private const int PauseSamples = LineAudio.SampleRate / 5;

    private readonly ConcurrentQueue<MessageSlot> _inbox = new();

    // Control loop.
    private readonly List<MessageSlot> _open = [];
    private bool _isPlaying;

    // Set by the control loop, taken by the media thread: the message that was being said when the sound stopped is not gone on with.
    private volatile bool _startsAnew;

    // Media thread. The volume of the music goes from 0 to FadeSamples.
    private QueueMessage? _message;
    private int _position;
    private int _pause;
    private int _volume;

    /// <summary>Plays to a channel until something else is played there; music goes on where it stopped the last time.</summary>
    /// <returns>Completes when it is no longer heard; messages that were not said to their end are dropped.</returns>
    /// <exception cref="InvalidOperationException">It is being played already.</exception>
    public async Task PlayAsync(IMediaChannel channel, CancellationToken cancel)
    {
        if (_isPlaying)
        {
            throw new InvalidOperationException("The sound of a queue is for one caller; this one plays already.");
        }

        _isPlaying = true;
        await channel.PlayAsync(this, PlayMode.Instead, cancel);
        _isPlaying = false;
        _startsAnew = true;
        foreach (var slot in _open)
        {
            _ = slot.Take();
            slot.Last.Finish(toItsEnd: false);
        }

        _open.Clear();
    }

    /// <summary>Says a message after those that wait.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="key">
    /// What it is about, such as <c>position</c>: it takes the place of a message with the same key that has not begun, so that nothing out
    /// of date is said. Null: it takes no place and leaves its own to none.
    /// </param>
    /// <returns>
    /// True when it was said to its end. False when a newer one took its place, when the sound stopped before, does not play, or when
    /// <see cref="MaxMessages"/> wait already.
    /// </returns>
    public Task<bool> SayAsync(Prompt message, string? key = null)
    {
        if (!_isPlaying)
        {
            return Task.FromResult(false);
        }

        if (message.Samples.IsEmpty)
        {
            return Task.FromResult(true);
        }

        var said = new QueueMessage(message.Samples, OnSaid);
        if (key is null || !_open.Exists(slot => slot.Key == key && slot.TryReplace(said)))
        {
            if (_open.Count == MaxMessages)
            {
                return Task.FromResult(false);
            }

            var slot = new MessageSlot(key, said);
            _open.Add(slot);
            _inbox.Enqueue(slot);
        }

        return said.Done;
    }

    /// <inheritdoc/>
    public int Read(Span<short> frame)
    {
        if (_startsAnew)
        {
            _startsAnew = false;
            (_message, _pause, _volume) = (null, 0, 0);
        }

        for (var done = 0; done < frame.Length;)
        {
            done += ReadPart(frame[done..]);
        }

        return frame.Length;
    }

    private int ReadPart(Span<short> part)
    {
        if (_message is null && _pause == 0 && _volume == 0)
        {
            TakeNext();
        }

        if (_message is not null)
        {
            return SayOn(_message, part);
        }

        if (_pause > 0)
        {
            var silent = Math.Min(_pause, part.Length);
            part[..silent].Clear();
            _pause -= silent;
            return silent;
        }

        return PlayMusic(part);
    }

    private void TakeNext()
    {
        while (_message is null && _inbox.TryDequeue(out var slot))
        {
            _message = slot.Take();
            _position = 0;
        }
    }

    private int SayOn(QueueMessage message, Span<short> part)
    {
        var rest = message.Samples.Span[_position..];
        var count = Math.Min(rest.Length, part.Length);
        rest[..count].CopyTo(part);
        _position += count;
        if (count == rest.Length)
        {
            _message = null;
            _pause = PauseSamples;
            post(message.ToldEnd);
        }

        return count;
    }

    private int PlayMusic(Span<short> part)
    {
        var step = _inbox.IsEmpty ? 1 : -1;
        if (_volume == FadeSamples && step > 0)
        {
            ReadMusic(part);
            return part.Length;
        }

        var count = Math.Min(part.Length, step > 0 ? FadeSamples - _volume : _volume);
        ReadMusic(part[..count]);
        foreach (ref var sample in part[..count])
        {
            _volume += step;
            sample = (short)(sample * _volume / FadeSamples);
        }

        return count;
    }

    private void ReadMusic(Span<short> part) => part[music.Read(part)..].Clear();

    private void OnSaid(QueueMessage message)
    {
        _ = _open.RemoveAll(slot => slot.Last == message);
        message.Finish(toItsEnd: true);
    }
}
