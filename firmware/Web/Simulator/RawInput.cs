using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Switchhook.Web.Hosting;

namespace Switchhook.Web.Simulator;

/// <summary>A command to a simulated party as it was sent, unchecked. Members that a command does not use stay out.</summary>
/// <param name="Number">The caller's number.</param>
/// <param name="Name">The caller's name.</param>
/// <param name="Withheld">True when the caller forbids to show who it is.</param>
/// <param name="Sample">Name of a spoken sample.</param>
/// <param name="Digits">Digits to dial or press.</param>
/// <param name="Pulses">True to dial with pulses.</param>
/// <param name="FarEnd">What the far end does with calls out.</param>
/// <param name="Rings">Rings before it answers.</param>
internal sealed record RawInput(
    string? Number = null,
    string? Name = null,
    bool Withheld = false,
    string? Sample = null,
    string? Digits = null,
    bool Pulses = false,
    string? FarEnd = null,
    int? Rings = null)
{
    // Room for the other fields of a form and its boundaries.
    private const int FormExtra = 16 * 1024;

    /// <summary>Largest request.</summary>
    public const int MaxBody = PartyInput.MaxWav + FormExtra;

    /// <summary>Bytes of a sound that came along.</summary>
    internal byte[]? Wav { get; init; }

    /// <summary>Reads the body by its content type: JSON, a form, or a WAV file; nothing when there is none.</summary>
    /// <exception cref="BadHttpRequestException">The body is too large, or not what its type says.</exception>
    public static async Task<RawInput> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.HasFormContentType)
        {
            return await OfFormAsync(request, context.RequestAborted);
        }

        var (body, tooLarge) = await BoundedBody.ReadAsync(request.Body, PartyInput.MaxWav, context.RequestAborted);
        if (tooLarge)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        if (body.Length == 0)
        {
            return new RawInput();
        }

        return MediaType(request) switch
        {
            "application/json" => OfJson(body, context),
            "audio/wav" or "audio/x-wav" or "audio/wave" or "audio/vnd.wave" => new RawInput { Wav = body },
            _ => throw new BadHttpRequestException("Unknown content type.", StatusCodes.Status415UnsupportedMediaType),
        };
    }

    private static string MediaType(HttpRequest request) =>
        (request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    private static RawInput OfJson(byte[] body, HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            return JsonSerializer.Deserialize<RawInput>(body, options) ?? new RawInput();
        }
        catch (JsonException wrong)
        {
            throw new BadHttpRequestException("The JSON is wrong.", StatusCodes.Status400BadRequest, wrong);
        }
    }

    private static async Task<RawInput> OfFormAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = await FormAsync(request, cancellation);
        var file = form.Files.GetFile("wav");
        return new RawInput(
            form["number"],
            form["name"],
            form["withheld"].Count > 0,
            form["sample"],
            form["digits"],
            form["pulses"].Count > 0,
            form["farEnd"],
            int.TryParse(form["rings"], NumberStyles.None, CultureInfo.InvariantCulture, out var rings) ? rings : null)
        {
            Wav = file is null ? null : await BytesOfAsync(file, cancellation),
        };
    }

    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFormAsync(cancellation);
        }
        catch (InvalidDataException wrong)
        {
            throw new BadHttpRequestException("The form is too large or broken.", StatusCodes.Status413PayloadTooLarge, wrong);
        }
    }

    private static async Task<byte[]> BytesOfAsync(IFormFile file, CancellationToken cancellation)
    {
        await using var stream = file.OpenReadStream();
        var (bytes, tooLarge) = await BoundedBody.ReadAsync(stream, PartyInput.MaxWav, cancellation);
        return tooLarge ? throw new BadHttpRequestException("The file is too large.", StatusCodes.Status413PayloadTooLarge) : bytes;
    }
}
