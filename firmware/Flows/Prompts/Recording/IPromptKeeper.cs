namespace Switchhook.Flows.Prompts.Recording;

/// <summary>Keeps announcements that people have recorded by telephone. Called on the control loop; the work is done elsewhere.</summary>
public interface IPromptKeeper
{
    /// <summary>Keeps a sound for a prompt, in force for the next call.</summary>
    /// <param name="name">Name in the site file.</param>
    /// <param name="language">One of the site's languages.</param>
    /// <param name="samples">8 kHz, levelled.</param>
    /// <param name="by">Who has recorded it, to follow "by".</param>
    /// <returns>Why not, a sentence with the cure; null when it is in force.</returns>
    Task<string?> KeepAsync(string name, string language, ReadOnlyMemory<short> samples, string by);
}

/// <summary>For a box that keeps nothing.</summary>
public sealed class NoPromptKeeper : IPromptKeeper
{
    /// <inheritdoc/>
    public Task<string?> KeepAsync(string name, string language, ReadOnlyMemory<short> samples, string by) =>
        Task.FromResult<string?>("This box keeps no recorded announcements.");
}
