import { of, symbolRows } from '../../build-rows.ts';

/** Python shutil, glob, archives, temporary files and file formats. */
export const pythonFiles = symbolRows(
  {
    kind: 'api',
    why: 'Files and archives of the standard library.',
    reference: 'https://docs.python.org/3/library/shutil.html',
  },
  [
    {
      symbols: of(['csv.'], 'DictReader reader'),
      capabilities: ['compute.pure'],
      result: 'content',
      reference: 'https://docs.python.org/3/library/csv.html',
      why: 'Parses an open file; the file itself counts where it is opened.',
    },
    {
      symbols: of(['glob.'], 'glob iglob'),
      capabilities: ['file.list'],
      arguments: { path: [0, 'pathname'] },
      result: 'content',
      reference: 'https://docs.python.org/3/library/glob.html',
      why: 'Names of files.',
    },
    {
      symbols: of(['linecache.'], 'getline getlines'),
      capabilities: ['file.read'],
      arguments: { path: [0, 'filename'] },
      result: 'content',
      reference: 'https://docs.python.org/3/library/linecache.html',
      why: 'Reads lines of a file.',
    },
    {
      symbols: of(['pickle.'], 'load loads'),
      capabilities: ['code.run'],
      arguments: { code: [0] },
      result: 'content',
      reference: 'https://docs.python.org/3/library/pickle.html',
      why: 'Unpickling runs code that the data names.',
    },
    {
      symbols: of(['shutil.'], 'copy copy2 copyfile copytree'),
      capabilities: ['file.read', 'file.write'],
      arguments: { path: [0, 1, 'src', 'dst'] },
      result: 'none',
      why: 'Copies files.',
    },
    {
      symbols: of(['shutil.'], 'make_archive move unpack_archive'),
      capabilities: ['file.write'],
      arguments: { path: [0, 1, 'src', 'dst', 'filename'] },
      result: 'none',
      why: 'Moves, packs or unpacks files.',
    },
    {
      symbols: of(['shutil.'], 'rmtree'),
      capabilities: ['file.delete'],
      arguments: { path: [0, 'path'] },
      result: 'none',
      why: 'Removes a folder with everything in it.',
    },
    {
      symbols: of(['tarfile.open().', 'zipfile.ZipFile().'], 'extract extractall'),
      capabilities: ['file.write'],
      arguments: { path: [0, 'path'] },
      result: 'none',
      reference: 'https://docs.python.org/3/library/zipfile.html',
      why: 'Unpacks files whose names come from the archive.',
    },
    {
      symbols: of(['tarfile.open().', 'zipfile.ZipFile().'], 'extractfile open read'),
      capabilities: ['file.read'],
      result: 'content',
      reference: 'https://docs.python.org/3/library/zipfile.html',
      why: 'Reads a member of an archive.',
    },
    {
      symbols: of(['tempfile.'], 'NamedTemporaryFile TemporaryDirectory TemporaryFile mkdtemp mkstemp'),
      capabilities: ['file.write'],
      result: 'content',
      reference: 'https://docs.python.org/3/library/tempfile.html',
      why: 'Creates a temporary file at a place the system chooses.',
    },
  ],
);
