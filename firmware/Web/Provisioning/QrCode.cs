using System.Globalization;
using System.Text;
using QRCoder;

namespace Switchhook.Web.Provisioning;

/// <summary>A text as a QR code (ISO/IEC 18004), drawn as SVG without style, so that the content policy lets it pass.</summary>
internal static class QrCode
{
    /// <summary>An <c>svg</c> element, dark on light in any surroundings.</summary>
    /// <param name="text">At most some hundred characters.</param>
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);

        // With the light margin of four modules that the standard asks for.
        var modules = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (modules[row][column])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }

        var size = modules.Count;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" aria-label="QR code"
             shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path fill="#000" d="{path}"/></svg>
            """.ReplaceLineEndings("");
    }
}
