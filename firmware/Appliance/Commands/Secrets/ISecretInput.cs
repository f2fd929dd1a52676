namespace Switchhook.Appliance.Commands.Secrets;

/// <summary>Takes a secret from whoever gives the command.</summary>
internal interface ISecretInput
{
    /// <summary>One line.</summary>
    /// <param name="prompt">What a person is asked.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null at the end of the input.</returns>
    Task<string?> ReadAsync(string prompt, CancellationToken cancel);
}
