import { of, symbolRows } from '../../build-rows.ts';

/** Python platform, psutil, clocks, logging. */
export const pythonSystem = symbolRows(
  {
    kind: 'api',
    why: 'Facts about the machine, clocks and logs.',
    reference: 'https://docs.python.org/3/library/platform.html',
  },
  [
    {
      symbols: of(['datetime.datetime.', 'datetime.date.'], 'now today utcnow'),
      capabilities: ['time.now'],
      result: 'content',
      reference: 'https://docs.python.org/3/library/datetime.html',
      why: 'Clock.',
    },
    {
      symbols: of(['time.'], 'sleep time'),
      capabilities: ['time.now'],
      result: 'content',
      reference: 'https://docs.python.org/3/library/time.html',
      why: 'Clock and waiting.',
    },
    {
      symbols: of(['keyring.'], 'get_credential get_password'),
      capabilities: ['secret.read'],
      arguments: { name: [0, 1] },
      result: 'content',
      reference: 'https://keyring.readthedocs.io/',
      why: 'Reads the key chain of the system.',
    },
    {
      symbols: of(['keyring.'], 'delete_password set_password'),
      capabilities: ['secret.write'],
      arguments: { name: [0, 1] },
      result: 'none',
      reference: 'https://keyring.readthedocs.io/',
      why: 'Changes the key chain of the system.',
    },
    {
      symbols: of(['dotenv.'], 'dotenv_values get_key'),
      capabilities: ['secret.read'],
      arguments: { path: [0] },
      result: 'content',
      reference: 'https://saurabh-kumar.com/python-dotenv/',
      why: 'Reads a file of secrets.',
    },
    {
      symbols: of(['getpass.'], 'getuser'),
      capabilities: ['system.read'],
      result: 'content',
      reference: 'https://docs.python.org/3/library/getpass.html',
    },
    {
      symbols: of(
        ['logging.', 'logging.getLogger().', 'loguru.logger.'],
        'critical debug error exception info log warning',
      ),
      capabilities: ['log.write'],
      arguments: { body: [0] },
      result: 'none',
      reference: 'https://docs.python.org/3/library/logging.html',
      why: 'Writes a line to the log.',
    },
    {
      symbols: of(['platform.'], 'node platform processor release system uname version'),
      capabilities: ['system.read'],
      result: 'content',
    },
    {
      symbols: of(
        ['psutil.', 'psutil.Process().'],
        'cmdline connections cpu_percent cpu_times disk_partitions disk_usage environ net_connections net_if_addrs open_files pids process_iter users virtual_memory',
      ),
      capabilities: ['system.read'],
      result: 'content',
      reference: 'https://psutil.readthedocs.io/',
      why: 'Processes, network connections and hardware.',
    },
    {
      symbols: of(['psutil.Process().'], 'kill suspend terminate'),
      capabilities: ['system.write'],
      result: 'none',
      reference: 'https://psutil.readthedocs.io/',
      why: 'Stops a process.',
    },
    {
      symbols: of(['pyperclip.'], 'paste'),
      capabilities: ['system.read'],
      result: 'content',
      reference: 'https://pyperclip.readthedocs.io/',
      why: 'Reads the clipboard.',
    },
    {
      symbols: of(['pyautogui.'], 'click hotkey moveTo press screenshot typewrite write'),
      capabilities: ['gui.control'],
      result: 'content',
      reference: 'https://pyautogui.readthedocs.io/',
      why: 'Mouse, keyboard and screen.',
    },
  ],
);
