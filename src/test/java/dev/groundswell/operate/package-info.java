/** What those who operate the service rely on: its metrics, the files in deploy, the run book, and what it is made of. */
package dev.groundswell.operate;
