using System.Text;

namespace Switchhook.Appliance.Commands.Secrets;

/// <summary>Reads a secret from the standard input, or from a person at a terminal without showing what is typed.</summary>
internal sealed class ConsoleSecretInput : ISecretInput
{
    /// <inheritdoc/>
    public async Task<string?> ReadAsync(string prompt, CancellationToken cancel)
    {
        if (Console.IsInputRedirected)
        {
            return await Console.In.ReadLineAsync(cancel);
        }

        await Console.Error.WriteAsync(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (typed.Length <= Storage.Secrets.SecretStore.Longest)
            {
                typed.Append(key.KeyChar);
            }
        }

        await Console.Error.WriteLineAsync();
        return typed.ToString();
    }
}
