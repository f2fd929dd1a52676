using System.Text;
using Sylvan.Data.Csv;

namespace Switchhook.Appliance.LookUps;

/// <summary>A CSV file as spreadsheets save it: the first line names the columns; commas, semicolons or tabs.</summary>
internal static class CsvTable
{
    /// <summary>Largest file; a table of that size belongs into SQLite.</summary>
    private const long LargestFile = 50_000_000;

    private const int CancelEvery = 256;

    /// <summary>The first row that fits; null when there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no CSV file, is too large, or has no such column.</exception>
    public static Dictionary<string, string>? Find(string file, RowQuery query, CancellationToken cancel)
    {
        if (new FileInfo(file) is { Exists: true, Length: > LargestFile })
        {
            throw new InvalidDataException(
                $"{Path.GetFileName(file)} is larger than {LargestFile / 1_000_000} MB; put the table into SQLite.");
        }

        try
        {
            using var text = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            using var reader = CsvDataReader.Create(text, new CsvDataReaderOptions { HeaderComparer = StringComparer.OrdinalIgnoreCase });
            var column = ColumnOf(reader, query.Column);
            if (column < 0)
            {
                throw query.NoColumn(file);
            }

            for (var row = 0; reader.Read(); row++)
            {
                if (row % CancelEvery == 0)
                {
                    cancel.ThrowIfCancellationRequested();
                }

                if (column < reader.RowFieldCount && query.Fits(reader.GetString(column)))
                {
                    return RowOf(reader);
                }
            }

            return null;
        }
        catch (Exception fault) when (fault is CsvFormatException or DecoderFallbackException)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} is no CSV file: {fault.Message}", fault);
        }
    }

    private static int ColumnOf(CsvDataReader reader, string name)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetName(i).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static Dictionary<string, string> RowOf(CsvDataReader reader)
    {
        var row = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Math.Min(reader.FieldCount, reader.RowFieldCount); i++)
        {
            row[reader.GetName(i).Trim()] = reader.GetString(i);
        }

        return row;
    }
}
