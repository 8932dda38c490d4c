using System.Runtime.InteropServices;

namespace Alerts.Local.Storage;

/// <summary>Files that are there whole or not at all.</summary>
internal static class AtomicFile
{
    private const int AlreadyExists = 17; // EEXIST, on Linux and macOS alike.

    /// <summary>
    /// Writes a file once: it takes its name when it is on the disk, and a file that has the name already stays as it is. What a process that
    /// was killed in here left behind is overwritten and cleared away when the same file is written again.
    /// </summary>
    public static async Task WriteNewAsync(string path, byte[] content, CancellationToken cancellation)
    {
        var temporary = path + ".tmp";
        if (!File.Exists(path))
        {
            await using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(content, cancellation);
                file.Flush(flushToDisk: true);
            }

            MoveNew(temporary, path);
        }

        File.Delete(temporary);
    }

    /// <summary>
    /// Moves a file to a name that is not taken, in one step that cannot be interrupted; false, and the file stays, if the name is taken.
    /// </summary>
    /// <remarks>
    /// File.Move does that on Windows. On Unix it looks first and renames then, and a rename replaces what came in between; a hard link
    /// is refused instead.
    /// </remarks>
    /// <exception cref="IOException">Neither could be done.</exception>
    public static bool MoveNew(string from, string to)
    {
        if (OperatingSystem.IsWindows())
            return MoveOnWindows(from, to);
        if (Link(from, to) != 0)
        {
            var error = Marshal.GetLastPInvokeError();
            return error == AlreadyExists
                ? false
                : throw new IOException($"{to} could not be made a hard link of {from}: {Marshal.GetPInvokeErrorMessage(error)}. The data folder must be on a file system that has hard links.");
        }

        File.Delete(from);
        return true;
    }

    private static bool MoveOnWindows(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(from) && File.Exists(to))
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
