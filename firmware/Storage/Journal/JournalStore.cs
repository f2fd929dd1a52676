using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Switchhook.Calls.Journal;

namespace Switchhook.Storage.Journal;

/// <summary>
/// Keeps the journal: one thread takes everything that waits, writes it with the rows of its calls in one transaction, and tells what is
/// on disk.
/// </summary>
/// <remarks>
/// A disk that is full or broken costs no call: events wait, bounded, and are tried again. At the first sign of a full disk a reserve file
/// is given up, so that calls in progress can be written to their end. What a kill costs are the events of the last milliseconds that no
/// one outside has seen: <see cref="Committed"/> comes after the disk has them.
/// </remarks>
public sealed class JournalStore : IJournalStore, IDisposable
{
    private static readonly TimeSpan ReservePause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();

    // Never disposed: writing to a store that has stopped must not throw.
    private readonly AutoResetEvent _wake = new(false);
    private readonly ManualResetEvent _stop = new(false);
    private readonly TimeProvider _time;
    private readonly JournalStoreOptions _options;
    private readonly JournalTransaction _disk;
    private readonly Ballast _reserve;
    private readonly PendingEvents _pending;
    private readonly StoreTrouble _trouble;
    private readonly CommitPace _pace;
    private List<JournalEvent> _inHand = [];
    private Thread? _thread;
    private volatile bool _stopping;
    private bool _reserveHeld;
    private long _reserveTriedAt;
    private long _lastTaken;
    private long _lastCommitted;
    private long _dropped;

    /// <summary>A store over a database whose interrupted calls have been closed (<see cref="Recovery"/>).</summary>
    public JournalStore(Database database, TimeProvider time, JournalStoreOptions? options = null)
    {
        _time = time;
        _options = options ?? new JournalStoreOptions();
        _disk = new JournalTransaction(database);
        _reserve = new Ballast(Path.GetDirectoryName(database.File)!, _options.ReserveBytes);
        _pending = new PendingEvents(_options.MostWaiting);
        _trouble = new StoreTrouble(time, _options);
        _pace = new CommitPace(time, _options);
        using var connection = database.OpenReader();
        _lastTaken = _lastCommitted = JournalNumbers.Last(connection);
    }

    /// <summary>Events that are on disk now, in order. On the writing thread: handlers hand over and return.</summary>
    public event Action<IReadOnlyList<JournalEvent>>? Committed;

    /// <summary>Writing began to fail, or works again. On the writing thread.</summary>
    public event Action<StoreHealth>? HealthChanged;

    /// <inheritdoc/>
    public long LastSeq => Interlocked.Read(ref _lastTaken);

    /// <summary>Number of the last event on disk. Any thread.</summary>
    public long LastCommitted => Interlocked.Read(ref _lastCommitted);

    /// <summary>How it is now. Any thread.</summary>
    public StoreHealth Health
    {
        get
        {
            lock (_gate)
            {
                var waiting = _pending.Count + _inHand.Count;
                var words = _trouble.Words(waiting, _dropped);
                return new StoreHealth(
                    _trouble.Since is null, words, waiting, _dropped, LastCommitted, _trouble.Since, _reserveHeld);
            }
        }
    }

    /// <summary>Starts the writing thread. A test leaves it out and calls <see cref="WritePending"/>.</summary>
    public void Start()
    {
        _thread = new Thread(Run) { Name = "journal", IsBackground = true };
        _thread.Start();
    }

    /// <inheritdoc/>
    public void Write(JournalEvent journalEvent)
    {
        bool isFirst;
        lock (_gate)
        {
            isFirst = _pending.Count == 0;
            _pending.Add(journalEvent, out var dropped);
            _dropped += dropped is null ? 0 : 1;
            _lastTaken = journalEvent.Seq;
        }

        // For those after it the thread has been called already.
        if (isFirst)
        {
            _wake.Set();
        }
    }

    /// <summary>Writes what waits, one commit after the other, unless the disk is being given a pause. On the writing thread.</summary>
    /// <returns>True when nothing waits any more.</returns>
    public bool WritePending()
    {
        while (WriteNext())
        {
        }

        return Health.Waiting == 0;
    }

    /// <summary>Writes what waits, as long as the disk takes it within the time of the options, and ends the thread.</summary>
    public void Dispose()
    {
        _stopping = true;
        _stop.Set();
        _wake.Set();
        if (_thread is null)
        {
            WriteLast();
        }
        else
        {
            _thread.Join(_options.FlushTimeout);
        }
    }

    private void Run()
    {
        KeepReserve();
        while (!_stopping)
        {
            // Only an event that comes while none waits wakes this thread, so it may wait for that only when none waits.
            if (WriteNext())
            {
                _stop.WaitOne(_pace.AfterCommit());
            }
            else if (_trouble.PauseLeft is var left && left > TimeSpan.Zero)
            {
                _stop.WaitOne(left);
            }
            else
            {
                _wake.WaitOne();
            }
        }

        WriteLast();
    }

    // One commit. False: nothing waits, or the disk is being given a pause.
    private bool WriteNext()
    {
        if (_trouble.PauseLeft > TimeSpan.Zero || !TakeInHand())
        {
            return false;
        }

        if (!TryCommit())
        {
            return false;
        }

        KeepReserve();
        return true;
    }

    private void WriteLast()
    {
        _trouble.EndPause();
        WritePending();
    }

    // What could not be written stays in hand, so that it goes first the next time.
    private bool TakeInHand()
    {
        lock (_gate)
        {
            if (_inHand.Count == 0)
            {
                _inHand = _pending.Take(_options.MostPerCommit);
            }

            return _inHand.Count > 0;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "An event that cannot be written must not stop those after it.")]
    private bool TryCommit()
    {
        try
        {
            _disk.Write(_inHand);
        }
        catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
        {
            return SqliteFailure.MayBeFullDisk(failure) && GiveUpReserve() ? TryCommit() : Failed(SqliteFailure.Words(failure));
        }
        catch (Exception failure)
        {
            return CommitOneByOne(failure);
        }

        Succeeded(_inHand);
        return true;
    }

    // Not the disk's fault but an event's: the others are kept.
    [SuppressMessage("Design", "CA1031", Justification = "An event that cannot be written must not stop those after it.")]
    private bool CommitOneByOne(Exception first)
    {
        var written = new List<JournalEvent>();
        foreach (var journalEvent in _inHand)
        {
            try
            {
                _disk.Write([journalEvent]);
                written.Add(journalEvent);
            }
            catch (SqliteException failure) when (SqliteFailure.IsOfTheDisk(failure))
            {
                return Failed(SqliteFailure.Words(failure));
            }
            catch (Exception)
            {
                lock (_gate)
                {
                    _dropped++;
                }
            }
        }

        _trouble.Lost(first.Message);
        Succeeded(written);
        return true;
    }

    private bool GiveUpReserve()
    {
        var released = _reserve.Release();
        lock (_gate)
        {
            _reserveHeld = false;
        }

        return released;
    }

    private void KeepReserve()
    {
        if (_reserveHeld || (_reserveTriedAt != 0 && _time.GetElapsedTime(_reserveTriedAt) < ReservePause))
        {
            return;
        }

        _reserveTriedAt = _time.GetTimestamp();
        _reserve.Restore();
        lock (_gate)
        {
            _reserveHeld = _reserve.IsHeld;
        }
    }

    private bool Failed(string words)
    {
        bool began;
        lock (_gate)
        {
            began = _trouble.Since is null;
            _trouble.Failed(words);
        }

        if (began)
        {
            Tell(() => HealthChanged?.Invoke(Health));
        }

        return false;
    }

    private void Succeeded(List<JournalEvent> written)
    {
        bool ended;
        lock (_gate)
        {
            ended = _trouble.Since is not null;
            _trouble.Succeeded();
            _lastCommitted = Math.Max(_lastCommitted, _inHand[^1].Seq);
            _inHand = [];
        }

        Tell(() => Committed?.Invoke(written));
        if (ended)
        {
            Tell(() => HealthChanged?.Invoke(Health));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A listener's fault must not end the journal.")]
    private void Tell(Action tell)
    {
        try
        {
            tell();
        }
        catch (Exception fault)
        {
            lock (_gate)
            {
                _trouble.Lost($"A listener failed: {fault.Message}");
            }
        }
    }
}
