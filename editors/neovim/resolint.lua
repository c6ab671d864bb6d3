-- resolint in Neovim, from 0.7 on: what is wrong with a draft, and what to write instead.
--
-- Copy this file into the folder "plugin" beside your init.lua; make the folder if it
-- is not there. What you want otherwise goes into init.lua:
--
--   vim.g.resolint = {
--     cmd = { "D:/drafts/.venv/Scripts/resolint.exe", "server" }, -- if not on the PATH
--     filetypes = { "markdown", "text" },  -- else .xml too
--     settings = { profile = "mun", ["extend-ignore"] = { "PRE001" } },
--     fix_on_save = true,                  -- makes all safe fixes on :write
--     keys = false,                        -- sets no keys in Neovim before 0.11
--   }

if vim.g.loaded_resolint then
  return
end
vim.g.loaded_resolint = true

local wanted = vim.tbl_extend("keep", vim.g.resolint or {}, {
  cmd = { "resolint", "server" },
  filetypes = { "markdown", "text", "xml" },
  settings = {},
  fix_on_save = false,
  keys = true,
})
local FIX_ALL = "source.fixAll.resolint"
local MARKS = { "resolint.toml", ".resolint.toml", "pyproject.toml", ".git" }
local WAIT = 5000 -- milliseconds

local enables = vim.fn.has("nvim-0.11") == 1 -- has vim.lsp.config and vim.lsp.enable
local group = vim.api.nvim_create_augroup("resolint", { clear = true })
local running = {} -- the client of each folder, where Neovim does not keep count (0.7)
local told = false

local function say(line)
  vim.notify("resolint: " .. line, vim.log.levels.WARN)
end

-- The clients that talk to resolint: all, or those of a buffer.
local function clients(buffer)
  local all = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return vim.tbl_filter(function(client)
    local here = not buffer or client.attached_buffers[buffer]
    return client.name == "resolint" and here
  end, all)
end

-- What a client answers, or nil; what is wrong is told.
local function ask(client, method, params, buffer)
  local answer, trouble
  if enables then
    answer, trouble = client:request_sync(method, params, WAIT, buffer)
  else
    answer, trouble = client.request_sync(method, params, WAIT, buffer)
  end
  if answer and answer.err then
    trouble = answer.err.message
  end
  if trouble then
    say(method .. ": " .. tostring(trouble))
  end
  return answer and answer.result
end

-- Makes all safe fixes in a buffer, and returns when they are made.
local function fix_all(buffer)
  local params = {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    range = {
      start = { line = 0, character = 0 },
      ["end"] = { line = vim.api.nvim_buf_line_count(buffer), character = 0 },
    },
    context = { only = { FIX_ALL }, diagnostics = {} },
  }
  for _, client in ipairs(clients(buffer)) do
    local actions = ask(client, "textDocument/codeAction", params, buffer)
    for _, action in ipairs(actions or {}) do
      if not action.edit then
        action = ask(client, "codeAction/resolve", action, buffer) or {}
      end
      if action.edit then
        vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
      end
    end
  end
end

-- Sets the keys that Neovim 0.11 has of itself, but none that is taken.
local function set_keys(buffer)
  local keys = {
    K = vim.lsp.buf.hover,
    gra = vim.lsp.buf.code_action,
    grn = vim.lsp.buf.rename,
    grr = vim.lsp.buf.references,
    gO = vim.lsp.buf.document_symbol,
    ["[d"] = vim.diagnostic.goto_prev,
    ["]d"] = vim.diagnostic.goto_next,
    ["<C-W>d"] = vim.diagnostic.open_float,
  }
  for key, does in pairs(keys) do
    if vim.fn.maparg(key, "n") == "" then
      vim.keymap.set("n", key, function()
        does()
      end, { buffer = buffer })
    end
  end
  vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
  vim.bo[buffer].tagfunc = "v:lua.vim.lsp.tagfunc"
end

local function attached(_, buffer)
  if wanted.keys and not enables then
    set_keys(buffer)
  end
  if wanted.fix_on_save then
    vim.api.nvim_clear_autocmds({ group = group, event = "BufWritePre", buffer = buffer })
    vim.api.nvim_create_autocmd("BufWritePre", {
      group = group,
      buffer = buffer,
      callback = function()
        fix_all(buffer)
      end,
    })
  end
end

-- The nearest folder above a file that has settings or is a repository, else its own.
local function root_of(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":p:h")
  local above, last = folder, nil
  while above ~= last do
    for _, mark in ipairs(MARKS) do
      if (vim.uv or vim.loop).fs_stat(above .. "/" .. mark) then
        return above
      end
    end
    above, last = vim.fn.fnamemodify(above, ":h"), above
  end
  return folder
end

-- Whether there is a draft in a buffer, not a help page or a hover, and a server for it.
local function can_begin(buffer)
  if vim.bo[buffer].buftype ~= "" then
    return false
  end
  if vim.fn.executable(wanted.cmd[1]) == 1 then
    return true
  end
  if not told then
    told = true
    say(wanted.cmd[1] .. ' is not installed: pip install "resolint[lsp]"')
  end
  return false
end

-- An empty Lua table would be sent as a list.
local settings = vim.tbl_isempty(wanted.settings) and vim.empty_dict() or wanted.settings
local config = {
  name = "resolint",
  cmd = wanted.cmd,
  settings = { resolint = settings },
  init_options = { resolint = settings },
  on_attach = attached,
}

-- Lets resolint see a buffer, in Neovim before 0.11.
local function begin(buffer)
  if not can_begin(buffer) then
    return
  end
  local root = root_of(buffer)
  local rooted = vim.tbl_extend("force", config, { root_dir = root })
  if vim.lsp.start then
    vim.api.nvim_buf_call(buffer, function()
      vim.lsp.start(rooted)
    end)
    return
  end
  if not (running[root] and vim.lsp.get_client_by_id(running[root])) then
    running[root] = vim.lsp.start_client(rooted)
  end
  if running[root] then
    vim.lsp.buf_attach_client(buffer, running[root])
  end
end

-- Lets resolint see all drafts that are open.
local function begin_all()
  if enables then
    vim.lsp.enable("resolint")
    return
  end
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local kind = vim.bo[buffer].filetype
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(wanted.filetypes, kind) then
      begin(buffer)
    end
  end
end

if enables then
  config.filetypes = wanted.filetypes
  config.root_dir = function(buffer, use)
    if can_begin(buffer) then
      use(root_of(buffer))
    end
  end
  vim.lsp.config("resolint", config)
end
vim.api.nvim_create_autocmd("FileType", {
  group = group,
  pattern = wanted.filetypes,
  callback = function(event)
    if enables then
      can_begin(event.buf) -- it is begun by Neovim, which does not say why it is not
    else
      begin(event.buf)
    end
  end,
})
begin_all()

vim.api.nvim_create_user_command("ResolintFixAll", function()
  fix_all(vim.api.nvim_get_current_buf())
end, { desc = "Make all safe fixes in this draft" })

vim.api.nvim_create_user_command("ResolintRestart", function()
  for _, client in ipairs(clients()) do
    if enables then
      client:stop(true)
    else
      client.stop(true)
    end
  end
  vim.wait(WAIT, function()
    return #clients() == 0
  end, 20)
  told = false
  begin_all()
end, { desc = "Start resolint anew, as after an update" })
