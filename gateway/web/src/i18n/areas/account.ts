/** Signing in, one's own account, and the accounts one manages. */
export const account = {
  zh: {
    account: {
      title: '我的账户', manage: '账户管理', manageHint: '停用、改角色或改范围后，对方的登录立即终止，打开的看板在几秒内关闭。',
      codeStep: '两步验证', codeHint: '输入验证器应用上的六位数字；每个数字只能用一次。', code: '验证码', recoveryCode: '备用码', useRecovery: '改用备用码', useCode: '改用验证码', back: '返回', continue: '继续',
      passkeySignIn: '用通行密钥登录', or: '或',
      sso: { unknown: '统一身份认证已确认您的身份，但这里没有对应的账户；请联系安全管理员。', refused: '该账户已停用，或角色、范围与统一身份认证不一致。', 'second-factor': '您的角色需要两步验证，统一身份认证没有提供；请改用密码登录。', failed: '统一身份认证没有完成，请重试。' },
      duty: { ChangePassword: '修改密码后继续', EnrolSecondFactor: '设置两步验证后继续', passwordHint: '密码是临时的，或已经到期。', factorHint: '您的角色可以作出决定或管理系统，只凭密码不能登录。' },
      password: { title: '密码', current: '当前密码', next: '新密码', again: '再输一次', change: '修改密码', done: '密码已修改，其他登录已终止。', differ: '两次输入的新密码不同。', least: '至少 {least} 个字符；不要用常见密码、姓名或单位名称。', kinds: '至少 {least} 个字符，含大写字母、小写字母、数字、符号中的 {kinds} 种。', changed: '上次修改：{at}', none: '此账户没有密码，通过统一身份认证登录。' },
      factor: { title: '两步验证', on: '已启用', off: '未启用', required: '您的角色必须启用', begin: '开始设置', scan: '用验证器应用扫描二维码，或手工输入密钥：', key: '密钥', picture: '两步验证二维码', firstCode: '应用上显示的六位数字', enable: '启用', left: '剩余备用码 {n} 个', renew: '重新生成备用码', remove: '停用', confirm: '先输入当前验证码', recovery: '备用码', recoveryHint: '只显示这一次，请抄下或打印后妥善保管。每个可代替一次验证码。', kept: '我已保存' },
      passkey: { title: '通行密钥', hint: '用指纹、面容或设备密码登录，不需要密码和验证码。', name: '名称', add: '添加通行密钥', none: '还没有通行密钥。', remove: '删除', unsupported: '此浏览器不支持通行密钥，或页面不是通过 HTTPS 打开的。' },
      sessions: { title: '登录中的设备', current: '本机', end: '终止', endOthers: '终止其他所有登录', endAll: '终止全部登录', none: '没有登录中的设备。', used: '最近使用 {at}', ends: '最迟到 {at}', kinds: { Site: '浏览器', Phone: '手机或程序', Display: '看板屏' } },
      list: { search: '搜索用户名或姓名', role: '角色', all: '全部角色', name: '姓名', userName: '用户名', scope: '范围', state: '状态', factor: '两步验证', last: '最近登录', never: '从未', more: '载入更多', none: '没有符合条件的账户。', create: '新建账户', edit: '修改', wholeCountry: '全部', waiting: '待确认的管理员账户', waitingHint: '由 {by} 新建或重置；须由另一位管理员确认后才能登录。', confirm: '确认', count: '显示 {n} 个账户' },
      states: { Active: '正常', Locked: '暂时锁定', Disabled: '已停用', AwaitsConfirmation: '待确认' },
      form: { create: '新建账户', edit: '修改账户', area: '行政区划代码', areaHint: '县 6 位、市 4 位、省 2 位；管理员留空', inspector: '督学编号', unit: '单位', unitHint: '如 school/2133901815', externalName: '统一身份认证用户名', save: '保存', disable: '停用', enable: '启用或解锁', resetPassword: '重置密码', resetFactor: '重置两步验证', sessions: '查看登录' },
      handOver: { title: '请转交本人', hint: '密码只显示这一次；本人首次登录时必须修改。', userName: '用户名', password: '临时密码', three: '系统、安全、审计三位管理员须由三个人担任：把下面两个账户分别交给另外两个人，由安全管理员为其他人建立账户。', done: '已转交' },
      copy: '复制', copied: '已复制', optional: '可不填',
    },
  },
  en: {
    account: {
      title: 'My account', manage: 'Accounts', manageHint: 'Disabling an account, or changing its role or scope, ends its sessions at once; open boards close within seconds.',
      codeStep: 'Second factor', codeHint: 'Enter the six digits your authenticator app shows; each can be used once.', code: 'Code', recoveryCode: 'Recovery code', useRecovery: 'Use a recovery code', useCode: 'Use the app', back: 'Back', continue: 'Continue',
      passkeySignIn: 'Sign in with a passkey', or: 'or',
      sso: { unknown: 'The identity server knows you, but there is no account for you here; ask the security administrator.', refused: 'The account is disabled, or its role or scope differs from what the identity server says.', 'second-factor': 'Your role needs a second factor and the identity server told of none; sign in with your password.', failed: 'Single sign-on was not completed; try again.' },
      duty: { ChangePassword: 'Change your password to go on', EnrolSecondFactor: 'Set up a second factor to go on', passwordHint: 'The password is temporary, or has grown too old.', factorHint: 'Your role decides or administers; a password alone is not enough.' },
      password: { title: 'Password', current: 'Current password', next: 'New password', again: 'Once more', change: 'Change password', done: 'The password is changed; all other sessions have ended.', differ: 'The new passwords differ.', least: 'At least {least} characters; no common passwords, names or workplaces.', kinds: 'At least {least} characters with {kinds} of: capitals, small letters, digits, signs.', changed: 'Last changed {at}', none: 'This account has no password; it signs in through the identity server.' },
      factor: { title: 'Second factor', on: 'On', off: 'Off', required: 'Required for your role', begin: 'Set up', scan: 'Scan the picture with an authenticator app, or type the key:', key: 'Key', picture: 'QR code of the second factor', firstCode: 'Six digits the app shows', enable: 'Switch on', left: '{n} recovery codes left', renew: 'New recovery codes', remove: 'Switch off', confirm: 'Enter a current code first', recovery: 'Recovery codes', recoveryHint: 'Shown this once: write them down or print them and keep them safe. Each replaces one code.', kept: 'I have kept them' },
      passkey: { title: 'Passkeys', hint: 'Sign in with a fingerprint, your face or the device’s PIN instead of password and code.', name: 'Name', add: 'Add a passkey', none: 'No passkeys yet.', remove: 'Remove', unsupported: 'This browser has no passkeys, or the page was not opened over HTTPS.' },
      sessions: { title: 'Signed-in devices', current: 'This one', end: 'End', endOthers: 'End all others', endAll: 'End all sessions', none: 'No signed-in devices.', used: 'last used {at}', ends: 'until {at} at the latest', kinds: { Site: 'Browser', Phone: 'Phone or program', Display: 'Wall screen' } },
      list: { search: 'Search by name', role: 'Role', all: 'All roles', name: 'Name', userName: 'User name', scope: 'Scope', state: 'State', factor: 'Second factor', last: 'Last sign-in', never: 'never', more: 'Load more', none: 'No account matches.', create: 'New account', edit: 'Edit', wholeCountry: 'all', waiting: 'Administrators to be confirmed', waitingHint: 'Made or reset by {by}; another administrator has to confirm before it can sign in.', confirm: 'Confirm', count: '{n} accounts shown' },
      states: { Active: 'Active', Locked: 'Locked for now', Disabled: 'Disabled', AwaitsConfirmation: 'To be confirmed' },
      form: { create: 'New account', edit: 'Edit account', area: 'Division code', areaHint: '6 digits for a county, 4 for a city, 2 for a province; none for administrators', inspector: 'Inspector code', unit: 'Unit', unitHint: 'e.g. school/2133901815', externalName: 'Name at the identity server', save: 'Save', disable: 'Disable', enable: 'Enable or unlock', resetPassword: 'Reset password', resetFactor: 'Reset second factor', sessions: 'Sessions' },
      handOver: { title: 'To be handed over', hint: 'The password is shown this once; the person has to change it at the first sign-in.', userName: 'User name', password: 'Temporary password', three: 'System, security and audit administrator are three people: hand each of these two accounts to somebody else. The security administrator makes everybody else’s account.', done: 'Handed over' },
      copy: 'Copy', copied: 'Copied', optional: 'optional',
    },
  },
}
