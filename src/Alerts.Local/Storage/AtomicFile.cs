using System.Runtime.InteropServices;

namespace Alerts.Local.Storage;

/// <summary>Gives a finished file its final name.</summary>
internal static class AtomicFile
{
    private const int AlreadyExists = 17; // EEXIST, on Linux and macOS alike.

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
