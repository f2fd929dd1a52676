namespace Switchhook.Calls;

/// <summary>Writes the sound of a call to disk; the recording room implements it.</summary>
public interface ICallRecorder
{
    /// <summary>
    /// Records both directions of a leg until it ends: what its party says and what it hears. Journals the beginning and the end, and
    /// never throws: a recording that fails is told in the journal, and the call goes on.
    /// </summary>
    void Record(Call call, Leg leg);

    /// <summary>Completes when the recordings of all legs that have ended are on disk, and their ends in the journal.</summary>
    Task FinishAsync();
}
