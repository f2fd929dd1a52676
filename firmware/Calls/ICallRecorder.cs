using Switchhook.Audio;

namespace Switchhook.Calls;

/// <summary>Writes the sound of a call to disk; the recording room implements it.</summary>
public interface ICallRecorder
{
    /// <summary>
    /// Records both directions of a leg until it ends: what its party says and what it hears. Journals the beginning and the end, and
    /// never throws: a recording that fails is told in the journal, and the call goes on.
    /// </summary>
    void Record(Call call, Leg leg);

    /// <summary>Ends the recording of a leg that goes on; nothing happens when there is none.</summary>
    void EndRecording(Leg leg);

    /// <summary>
    /// Records what a party says from now on as a message: in a file of its own, beside the recording of the call. Whoever begins it ends
    /// it, also when the leg ends.
    /// </summary>
    /// <returns>Null when the leg has ended, or the box makes too many recordings already.</returns>
    IMessageRecording? RecordMessage(Leg leg);

    /// <summary>Loads a message to be played.</summary>
    /// <param name="recording">Its <see cref="IMessageRecording.Id"/>.</param>
    /// <returns>Null when its file is not there, or cannot be read.</returns>
    Task<Prompt?> LoadMessageAsync(string recording);

    /// <summary>Length of the sound of a message, also of one that a restart has cut off; null when there is none.</summary>
    TimeSpan? LengthOfMessage(string recording);

    /// <summary>
    /// Removes the sound of a message that is not being recorded, and makes sure that a power cut does not bring it back.
    /// </summary>
    /// <returns>True when there is none any more, also when there was none; false when the disk does not take it now.</returns>
    Task<bool> RemoveMessageAsync(string recording);

    /// <summary>Completes when the recordings of all legs that have ended are on disk, and their ends in the journal.</summary>
    Task FinishAsync();
}

/// <summary>A message that is being spoken.</summary>
public interface IMessageRecording
{
    /// <summary>Identifies it from now on.</summary>
    string Id { get; }

    /// <summary>How long was spoken, up to the last sound.</summary>
    TimeSpan Spoken { get; }

    /// <summary>How long nothing has been heard at the end.</summary>
    TimeSpan Quiet { get; }

    /// <summary>Completes when it is on disk: after <see cref="Stop"/>, or when the disk takes no more.</summary>
    Task<MessageSound> Completion { get; }

    /// <summary>Ends it. Nothing happens when it has ended.</summary>
    void Stop();

    /// <summary>Ends it, and removes what was recorded.</summary>
    void Discard();
}

/// <summary>The sound of a message on disk.</summary>
/// <param name="Length">Its length; zero when there is none.</param>
/// <param name="IsCutOff">True when the disk did not take all of it.</param>
/// <param name="Why">How it ended, in a sentence or two.</param>
public sealed record MessageSound(TimeSpan Length, bool IsCutOff, string Why);
