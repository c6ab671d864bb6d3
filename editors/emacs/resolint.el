;;; resolint.el --- Lint United Nations resolutions  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Package-Requires: ((emacs "27.1") (eglot "1.8"))
;; Version: 0.1.0
;; Keywords: wp, tools

;;; Commentary:

;; What is wrong with a draft, and what to write instead, through Eglot, which Emacs
;; has of itself since 29.  Put this file into a folder and name it in your init file:
;;
;;   (add-to-list 'load-path "~/.emacs.d/lisp")
;;   (require 'resolint)
;;
;; `M-x customize-group RET resolint' has what can be set.

;;; Code:

(require 'eglot)
(require 'seq)

(defgroup resolint nil
  "The linter for United Nations resolutions."
  :group 'text
  :prefix "resolint-")

(defcustom resolint-command '("resolint" "server")
  "What starts the language server: a program and its arguments."
  :type '(repeat string)
  :risky t)

(defcustom resolint-modes
  '(text-mode markdown-mode gfm-mode markdown-ts-mode nxml-mode)
  "Major modes of drafts."
  :type '(repeat symbol))

(defcustom resolint-files "\\.\\(?:md\\|markdown\\|txt\\|xml\\)\\'"
  "What the names of drafts look like."
  :type 'regexp)

(defcustom resolint-settings nil
  "Settings that hold over those of files, as a property list.
For example: (:profile \"mun\" :extend-ignore [\"PRE001\"])."
  :type 'plist)

(defcustom resolint-fix-on-save nil
  "Whether all safe fixes are made when a draft is saved."
  :type 'boolean
  :safe #'booleanp)

(defvar resolint--told nil
  "Whether the user has been told that resolint is not installed.")

;;;###autoload
(defun resolint-begin ()
  "Let resolint read this buffer, if there is a draft in it."
  (interactive)
  (when (and (memq major-mode resolint-modes)
             buffer-file-name
             (string-match-p resolint-files buffer-file-name))
    (cond
     ((executable-find (car resolint-command))
      ;; For this buffer alone: text-mode is many things.
      (setq-local eglot-server-programs
                  `((,major-mode
                     . (,@resolint-command
                        ,@(when resolint-settings
                            `(:initializationOptions
                              (:resolint ,resolint-settings)))))))
      (add-hook 'before-save-hook #'resolint--before-save nil t)
      (eglot-ensure))
     ((not resolint--told)
      (setq resolint--told t)
      (display-warning
       'resolint
       (format "%s is not installed: pip install \"resolint[lsp]\""
               (car resolint-command)))))))

(defun resolint-fix-all ()
  "Make all safe fixes in this draft."
  (interactive)
  (let ((kind "source.fixAll.resolint"))
    (if (seq-empty-p (eglot-code-actions (point-min) (point-max) kind))
        (message "resolint: nothing to fix")
      (eglot-code-actions (point-min) (point-max) kind t))))

(defun resolint--before-save ()
  "Make all safe fixes, if that is wanted."
  (when (and resolint-fix-on-save (eglot-current-server))
    ;; A draft is saved whatever happens.
    (with-demoted-errors "resolint: %s"
      (resolint-fix-all))))

;; Emacs has no mode of its own for Markdown before 31.
(unless (assoc-default "draft.md" auto-mode-alist #'string-match)
  (add-to-list 'auto-mode-alist '("\\.\\(?:md\\|markdown\\)\\'" . text-mode)))

(dolist (mode resolint-modes)
  (add-hook (intern (format "%s-hook" mode)) #'resolint-begin))

(provide 'resolint)
;;; resolint.el ends here
