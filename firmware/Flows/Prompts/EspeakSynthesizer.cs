using System.ComponentModel;
using System.Diagnostics;

namespace Switchhook.Flows.Prompts;

/// <summary>Speech by the program <c>espeak-ng</c> (Debian package of that name).</summary>
public sealed class EspeakSynthesizer(TimeProvider time) : ISpeechSynthesizer
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public async Task SpeakAsync(string text, string language, string file, CancellationToken cancel)
    {
        var part = file + ".part";
        var start = new ProcessStartInfo("espeak-ng")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["-v", Voice(language), "-s", "150", "-w", part, "--stdin"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Start(start);
        GiveWay(process);
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            await process.StandardInput.WriteAsync(text.AsMemory(), either.Token);
            process.StandardInput.Close();
            var complaint = await process.StandardError.ReadToEndAsync(either.Token);
            await process.WaitForExitAsync(either.Token);
            if (process.ExitCode != 0)
            {
                throw new SpeechException($"espeak-ng could not speak in language \"{language}\": {complaint.Trim()}");
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new SpeechException($"espeak-ng did not finish within {Limit.TotalSeconds:0} s.");
        }
        catch (IOException broken)
        {
            throw new SpeechException("espeak-ng ended before it had read the text.", broken);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }

        File.Move(part, file, overwrite: true);
    }

    /// <summary>
    /// The program's voice for a language. Its voice <c>cmn</c> turns Mandarin into Pinyin and then reads that as if it were English
    /// (seen in 1.51); the other one of that language does not.
    /// </summary>
    internal static string Voice(string language) =>
        language.Split('-')[0].ToLowerInvariant() is "zh" or "cmn" ? "cmn-latn-pinyin" : language;

    // Sentences are spoken beside calls, whose sound comes first.
    private static void GiveWay(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception fault) when (fault is InvalidOperationException or Win32Exception)
        {
            // It has ended already.
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new SpeechException("espeak-ng did not start.");
        }
        catch (Win32Exception missing)
        {
            throw new SpeechException("The program espeak-ng is missing; install the Debian package espeak-ng.", missing);
        }
    }
}
