import { of, symbolRows } from '../../build-rows.ts';

/** Python os and pathlib. */
export const pythonOs = symbolRows({ kind: 'api', why: 'Operating system interface of the standard library.', reference: 'https://docs.python.org/3/library/os.html' }, [
{ symbols: ['os.environ', 'os.environb', ...of(['os.'], 'getenv getenvb'), 'os.environ.get', 'os.environ.copy'], capabilities: ['env.read'], arguments: { name: [0, 'key'] }, result: 'content', why: 'Reads environment variables.' },
{ symbols: of(['os.'], 'chmod chown lchmod lchown'), capabilities: ['file.write', 'system.write'], arguments: { path: [0, 'path'] }, result: 'none', why: 'Changes permissions or owner of a file.' },
{ symbols: of(['os.'], 'execl execle execlp execlpe execv execve execvp execvpe posix_spawn posix_spawnp spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe startfile'), capabilities: ['shell.run'], arguments: { command: [0, 1] }, result: 'status', why: 'Starts a program.' },
{ symbols: of(['os.'], 'kill killpg'), capabilities: ['system.write'], arguments: { id: [0] }, result: 'none', why: 'Signals a process.' },
{ symbols: of(['os.', 'os.path.'], 'fwalk getcwd getsize listdir scandir stat walk'), capabilities: ['file.list'], arguments: { path: [0, 'path', 'top'] }, result: 'content', why: 'Names and sizes of files.' },
{ symbols: of(['os.'], 'link makedirs mkdir mkfifo rename renames replace symlink truncate'), capabilities: ['file.write'], arguments: { path: [0, 1, 'src', 'dst', 'path', 'name'] }, result: 'none', why: 'Creates, moves or cuts files.' },
{ symbols: of(['os.'], 'open'), capabilities: ['file.read', 'file.write'], arguments: { path: [0, 'path'], flags: [1, 'flags'] }, result: 'id', why: 'Opens a file descriptor.' },
{ symbols: of(['os.'], 'popen system'), capabilities: ['shell.run'], arguments: { command: [0, 'cmd', 'command'] }, result: 'content', why: 'Runs a command line in a shell.' },
{ symbols: of(['os.'], 'putenv unsetenv'), capabilities: ['system.write'], arguments: { name: [0] }, result: 'none', why: 'Changes the environment of this process.' },
{ symbols: of(['os.'], 'remove removedirs rmdir unlink'), capabilities: ['file.delete'], arguments: { path: [0, 'path'] }, result: 'none', why: 'Removes a file or folder.' },
{ symbols: of(['os.'], 'cpu_count getlogin getpid getuid uname'), capabilities: ['system.read'], result: 'content', why: 'Facts about machine and process.' },
{ symbols: of(['os.path.'], 'abspath basename commonpath dirname exists expanduser isdir isfile join normpath realpath relpath split splitext'), capabilities: ['compute.pure'], result: 'content', why: 'Works on path text, or tells whether a path exists.' },
{ symbols: of(['pathlib.Path().', 'pathlib.PosixPath().'], 'chmod hardlink_to mkdir rename replace symlink_to touch write_bytes write_text'), capabilities: ['file.write'], arguments: { body: [0, 'data'] }, result: 'none', reference: 'https://docs.python.org/3/library/pathlib.html', why: 'Creates or changes a file.' },
{ symbols: of(['pathlib.Path().', 'pathlib.PosixPath().'], 'glob iterdir rglob stat walk'), capabilities: ['file.list'], result: 'content', reference: 'https://docs.python.org/3/library/pathlib.html', why: 'Names and sizes of files.' },
{ symbols: of(['pathlib.Path().', 'pathlib.PosixPath().'], 'open'), capabilities: ['file.read', 'file.write'], arguments: { flags: [0, 'mode'] }, result: 'content', reference: 'https://docs.python.org/3/library/pathlib.html', why: 'Opens a file; the mode decides between reading and writing.' },
{ symbols: of(['pathlib.Path().', 'pathlib.PosixPath().'], 'read_bytes read_text'), capabilities: ['file.read'], result: 'content', reference: 'https://docs.python.org/3/library/pathlib.html', why: 'Reads a file.' },
{ symbols: of(['pathlib.Path().', 'pathlib.PosixPath().'], 'rmdir unlink'), capabilities: ['file.delete'], result: 'none', reference: 'https://docs.python.org/3/library/pathlib.html', why: 'Removes a file or folder.' },
]);
