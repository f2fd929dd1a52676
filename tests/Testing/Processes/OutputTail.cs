namespace Switchhook.Testing.Processes;

/// <summary>Keeps the last lines that a process wrote. Filled by the threads that read its two streams.</summary>
internal sealed class OutputTail
{
    private const int MaxLines = 1000;

    private readonly Queue<string> _lines = [];

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MaxLines)
            {
                _lines.Dequeue();
            }
        }
    }

    public override string ToString()
    {
        lock (_lines)
        {
            return string.Join('\n', _lines);
        }
    }
}
